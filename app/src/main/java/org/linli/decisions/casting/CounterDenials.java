package org.linli.decisions.casting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Viewer;
import org.linli.platform.text.Words;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A denial that an owner signs at the counter: the owner of today by number, the home, the signed paper, and who took it. A clerk does
 * not deny for somebody who is not named.
 */
@Service
public class CounterDenials {

    /** What a form may hold. */
    public static final int LONGEST = 1000;

    private static final long BYTES_AT_MOST = 20_000_000;

    private final Denials denials;
    private final Ballots ballots;
    private final Rolls rolls;
    private final FileStore files;
    private final AccessLog log;

    CounterDenials(Denials denials, Ballots ballots, Rolls rolls, FileStore files, AccessLog log) {
        this.denials = denials;
        this.ballots = ballots;
        this.rolls = rolls;
        this.files = files;
        this.log = log;
    }

    /** Why nothing was recorded; text key {@code casting.denial.counter.<NAME>}. */
    public enum Problem {
        NO_BALLOT,
        TEXT_MISSING,
        /** The home has no such owner today. */
        NOT_AN_OWNER,
        /** No signed paper, or none that can be kept. */
        NOT_SIGNED,
        /** The result is final. */
        TOO_LATE
    }

    /** What became of it. */
    public sealed interface Result {
        record Taken(int number) implements Result {}

        record Refused(Problem why) implements Result {}
    }

    /**
     * Records a denial of the ballot that stands for a home.
     *
     * @param owner which of the owners of the home today, from 1 in the order of the certificate; 0 when nobody was named
     * @param signed PDF, JPEG or PNG of at most 20 MB
     */
    @Transactional
    public Result take(Vote vote, int homeNo, int owner, String text, InputStream signed, Viewer by) {
        if (!Denials.areOpen(vote)) {
            return new Result.Refused(Problem.TOO_LATE);
        }
        Optional<Ballots.Line> ballot = rolls.find(vote.id())
                .flatMap(roll -> roll.ofHome(homeNo))
                .flatMap(entry -> ballots.standing(vote.id(), entry.id()));
        if (ballot.isEmpty()) {
            return new Result.Refused(Problem.NO_BALLOT);
        }
        Optional<Integer> denier = rolls.ownersOf(vote.id(), homeNo).stream()
                .skip(Math.max(0, owner - 1))
                .findFirst()
                .filter(found -> owner > 0);
        if (denier.isEmpty()) {
            return new Result.Refused(Problem.NOT_AN_OWNER);
        }
        if (!Words.isGiven(text, LONGEST)) {
            return new Result.Refused(Problem.TEXT_MISSING);
        }
        Optional<Denials.Paper> paper = keep(signed);
        if (paper.isEmpty()) {
            return new Result.Refused(Problem.NOT_SIGNED);
        }
        return new Result.Taken(denials.insert(
                vote.id(),
                ballot.get().entry(),
                ballot.get().attempt(),
                Denials.Kind.NOT_ME,
                Denials.Place.COUNTER,
                text.strip(),
                by.accountId(),
                by.name(),
                new Denials.Signed(denier.get(), paper.get().hash(), paper.get().type())));
    }

    private Optional<Denials.Paper> keep(InputStream signed) {
        try (FileStore.Copy draft = files.draft(signed)) {
            long bytes = Files.size(draft.path());
            Optional<DocumentType> type =
                    bytes == 0 || bytes > BYTES_AT_MOST ? Optional.empty() : DocumentType.of(draft.path());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream whole = Files.newInputStream(draft.path())) {
                return Optional.of(new Denials.Paper(files.put(whole), type.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was signed, for those who rule; each look is in the access log. */
    @Transactional
    public Optional<Denials.Paper> paper(Denials.Denial denial, Viewer viewer) {
        Optional<Denials.Paper> paper = Optional.ofNullable(denial.paper());
        paper.ifPresent(found ->
                log.record(viewer, "denial.paper", "vote", denial.vote() + "/" + denial.number(), "signed denial"));
        return paper;
    }
}

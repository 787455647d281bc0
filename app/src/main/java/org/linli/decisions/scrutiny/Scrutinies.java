package org.linli.decisions.scrutiny;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.FullRecord;
import org.linli.decisions.casting.OwnBallot;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.scrutiny.ScrutinyResult.Problem;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Supervised checks: opened by two, drawn by a seed that stood before, looked at one paper after the other, each found to match or
 * not. Every look is a row and a line of the access log before anything is shown.
 *
 * <p>Source: domain reference h.3 and a.10; two people, two hours and the draw are our own default [D].
 */
@Service
public class Scrutinies {

    private static final int SEED_BYTES = 16;
    private static final int NOTE_AT_MOST = 200;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,20}");

    private final SecureRandom random = new SecureRandom();
    private final ScrutinyStore store;
    private final SecondPeople second;
    private final PaperBallots papers;
    private final FullRecord record;
    private final Ballots ballots;
    private final FileStore files;
    private final AccessLog log;
    private final BusinessTime time;

    Scrutinies(
            ScrutinyStore store,
            SecondPeople second,
            PaperBallots papers,
            FullRecord record,
            Ballots ballots,
            FileStore files,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.second = second;
        this.papers = papers;
        this.record = record;
        this.ballots = ballots;
        this.files = files;
        this.log = log;
        this.time = time;
    }

    public List<Scrutiny> list(Vote vote) {
        return store.list(vote.id());
    }

    /** Sends the code by which an owner proves to sit at the screen. */
    public boolean sendCode(String phone, String origin) {
        return second.sendCode(phone, origin);
    }

    /** How the other person proves to be there. */
    public sealed interface Proof {
        record Staff(String username, String password, String code) implements Proof {}

        record Owner(String phone, String code) implements Proof {}
    }

    /** Opens a check and records its seed. */
    @Transactional
    public ScrutinyResult open(Vote vote, Proof proof, Viewer by) {
        if (vote.step(VoteState.CLOSED).isEmpty()) {
            return ScrutinyResult.refused(Problem.NOT_CLOSED);
        }
        int cast = cast(vote).size();
        if (cast == 0) {
            return ScrutinyResult.refused(Problem.NO_PAPERS);
        }
        Optional<SecondPerson> partner = switch (proof) {
            case Proof.Staff staff -> second.staff(vote, staff.username(), staff.password(), staff.code());
            case Proof.Owner owner -> second.owner(vote, owner.phone(), owner.code());
        };
        if (partner.isEmpty()) {
            return ScrutinyResult.refused(Problem.SECOND_UNKNOWN);
        }
        if (partner.get().account() == by.accountId()) {
            return ScrutinyResult.refused(Problem.SAME_PERSON);
        }
        if (by.role() != Role.STREET
                && partner.get().kind() == SecondPerson.Kind.STAFF
                && !partner.get().isStreet()) {
            return ScrutinyResult.refused(Problem.NEITHER_STREET_NOR_OWNER);
        }
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        int number = store.insert(
                vote.id(),
                by.accountId(),
                by.name(),
                partner.get(),
                time.now(),
                HexFormat.of().formatHex(seed),
                cast);
        log.record(by, "scrutiny.open", "vote", vote.id() + "/" + number, "");
        log.record(new AccessLog.Act(
                partner.get().account(), null, "scrutiny.join", "vote", vote.id() + "/" + number, "", "", ""));
        return new ScrutinyResult.Done(number);
    }

    private List<Paper> cast(Vote vote) {
        return papers.list(vote).stream()
                .filter(paper -> paper.state() == Paper.State.CAST)
                .toList();
    }

    /** Draws, once. @param digits what the two typed after they saw the seed, such as throws of dice */
    @Transactional
    public ScrutinyResult draw(Vote vote, Scrutiny scrutiny, String digits, int size, Viewer by) {
        if (!scrutiny.isOpenTo(by.accountId(), time.now())) {
            return ScrutinyResult.refused(Problem.NOT_YOURS);
        }
        if (!DIGITS.matcher(digits).matches() || size < 1) {
            return ScrutinyResult.refused(Problem.DIGITS);
        }
        if (!scrutiny.drawn().isEmpty()) {
            return ScrutinyResult.refused(Problem.DRAWN_BEFORE);
        }
        List<Integer> numbers = cast(vote).stream().map(Paper::number).toList();
        int position = 0;
        for (int paper : Lot.draw(scrutiny.seed(), digits, numbers, size)) {
            if (!store.insertDrawn(vote.id(), scrutiny.number(), ++position, digits, paper, time.now())) {
                return ScrutinyResult.refused(Problem.DRAWN_BEFORE);
            }
        }
        return new ScrutinyResult.Done(scrutiny.number());
    }

    /** A drawn paper beside what was entered. @param leafAgrees whether the leaf, opened by itself, holds what is stored */
    public record Beside(Paper paper, FullRecord.Opened ballot, boolean leafAgrees) {}

    /** What was entered, which is a look as well. Empty for anybody else's screen, and after its time. */
    @Transactional
    public Optional<Beside> beside(Vote vote, Scrutiny scrutiny, int position, Viewer by) {
        Optional<Beside> beside = drawnPaper(vote, scrutiny, position, by)
                .flatMap(paper -> record.onPaper(vote.id(), paper.serial())
                        .map(ballot -> new Beside(paper, ballot, leafAgrees(vote, ballot))));
        beside.ifPresent(seen -> count(vote, scrutiny, position, ScrutinyStore.ENTERED, by));
        return beside;
    }

    private boolean leafAgrees(Vote vote, FullRecord.Opened ballot) {
        return ballots.own(vote.id(), ballot.entry(), ballot.attempt())
                .filter(OwnBallot::agrees)
                .isPresent();
    }

    private void count(Vote vote, Scrutiny scrutiny, int position, int scan, Viewer by) {
        store.insertView(vote.id(), scrutiny.number(), position, scan, time.now());
        log.record(by, "scrutiny.view", "vote", vote.id() + "/" + scrutiny.number() + "/" + position + "/" + scan, "");
    }

    private Optional<Paper> drawnPaper(Vote vote, Scrutiny scrutiny, int position, Viewer by) {
        return scrutiny.isOpenTo(by.accountId(), time.now())
                ? scrutiny.drawn(position).flatMap(drawn -> papers.find(vote, drawn.paperNo()))
                : Optional.empty();
    }

    /** A scan with names, rooms and signatures covered; empty when it cannot be covered. */
    @Transactional
    public Optional<byte[]> look(Vote vote, Scrutiny scrutiny, int position, int scan, Viewer by) {
        Optional<Paper.Scan> found = drawnPaper(vote, scrutiny, position, by).stream()
                .flatMap(paper -> paper.scans().stream())
                .filter(one -> one.number() == scan)
                .findFirst();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        count(vote, scrutiny, position, scan, by);
        try (FileStore.Copy copy = files.open(found.get().hash())) {
            return CoveredScan.of(copy.path());
        }
    }

    /** Records, once for each paper, whether it matches. @param note what differs, asked when it does not */
    @Transactional
    public ScrutinyResult find(Vote vote, Scrutiny scrutiny, int position, boolean matches, String note, Viewer by) {
        if (!scrutiny.isOpenTo(by.accountId(), time.now())
                || scrutiny.drawn(position).isEmpty()) {
            return ScrutinyResult.refused(Problem.NOT_YOURS);
        }
        if (!matches && note.isBlank() || note.length() > NOTE_AT_MOST) {
            return ScrutinyResult.refused(Problem.NOTE_MISSING);
        }
        boolean isFirst =
                store.insertFinding(vote.id(), scrutiny.number(), position, matches, note.strip(), time.now());
        return isFirst ? new ScrutinyResult.Done(scrutiny.number()) : ScrutinyResult.refused(Problem.FOUND_BEFORE);
    }
}

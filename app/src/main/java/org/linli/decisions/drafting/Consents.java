package org.linli.decisions.drafting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.RowScope;
import org.linli.registry.Outcome;
import org.linli.registry.claims.Claims;
import org.linli.rules.codes.Masks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The yes or no of those put forward: given signed in by the account that proved the candidate's home, or on a paper that is kept.
 *
 * <p>Source: own default [D], domain reference a.7: nobody is posted who did not consent.
 */
@Service
public class Consents {

    private final NominationStore store;
    private final VoteLock lock;
    private final Votes votes;
    private final Claims claims;
    private final OwnerNews news;
    private final FileStore files;

    Consents(NominationStore store, VoteLock lock, Votes votes, Claims claims, OwnerNews news, FileStore files) {
        this.store = store;
        this.lock = lock;
        this.votes = votes;
        this.claims = claims;
        this.news = news;
        this.files = files;
    }

    /**
     * Whoever stands by the own act consents by it, once the register knows that account as this owner. Everybody else is asked by
     * message; who has no account here signs a paper.
     */
    void ask(Vote vote, Nomination nomination, int ownerNo) {
        VoteId id = vote.id();
        boolean own = nomination.source() == Nomination.Source.SELF
                && claims.holds(nomination.byAccount(), id.community(), ownerNo);
        if (nomination.has(Nomination.Step.CONSENTED) || nomination.isOver()) {
            return;
        }
        if (own) {
            By self = new By(Masks.name(nomination.name()), nomination.byAccount());
            store.act(id, nomination.number(), Nomination.Step.CONSENTED, null, "", self);
        } else {
            claims.accountsOf(id.community(), ownerNo).forEach(account -> news.ask(vote, account));
        }
    }

    /** Records a consent on paper, which is kept. @param file a PDF or picture of it */
    @Transactional
    public Outcome consentOnPaper(VoteId id, int number, String note, FileStore.Copy file, By by) {
        Optional<DocumentType> type = DocumentType.of(file.path());
        if (type.isEmpty()) {
            return Refusal.of("file", "consent-file");
        }
        return answer(id, number, Nomination.Step.CONSENTED, () -> {
            try (InputStream content = Files.newInputStream(file.path())) {
                store.consent(id, number, note, new Nomination.Paper(files.put(content), type.get()), by);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** What the account is put forward for, in the communities where it proved a home: to answer, or answered. */
    public List<Asked> asked(long account) {
        List<Asked> asked = new ArrayList<>();
        claims.confirmedHomes(account).stream()
                .map(home -> home.community())
                .distinct()
                .flatMap(community -> votes.list(community).stream())
                .forEach(id -> store.list(id).stream()
                        .filter(one -> isNominee(id, one, account))
                        .forEach(one -> votes.find(id, RowScope.everything())
                                .ifPresent(vote -> asked.add(new Asked(vote, one)))));
        return asked;
    }

    /** Somebody put forward, and for which vote. */
    public record Asked(Vote vote, Nomination nomination) {
        public boolean mayAnswer() {
            return vote.state() == VoteState.DRAFT && !nomination.isOver();
        }

        public DecisionItem election() {
            return vote.item(nomination.decision());
        }
    }

    private boolean isNominee(VoteId id, Nomination nomination, long account) {
        return nomination
                .ownerNo()
                .filter(owner -> claims.holds(account, id.community(), owner))
                .isPresent();
    }

    /** The person put forward answers signed in; who consented may still step back while the vote is a draft. */
    @Transactional
    public Outcome answer(VoteId id, int number, boolean accepted, By by) {
        Optional<Nomination> found =
                store.find(id, number).filter(one -> by.account() != null && isNominee(id, one, by.account()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        Nomination.Step step = accepted
                ? Nomination.Step.CONSENTED
                : found.get().has(Nomination.Step.CONSENTED) ? Nomination.Step.WITHDRAWN : Nomination.Step.DECLINED;
        By masked = new By(Masks.name(by.name()), by.account());
        return answer(id, number, step, () -> store.act(id, number, step, null, "", masked));
    }

    private Outcome answer(VoteId id, int number, Nomination.Step step, Runnable store) {
        Vote vote = lock.hold(id);
        Optional<Nomination> nomination = this.store.find(id, number);
        if (nomination.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (vote.state() != VoteState.DRAFT
                || nomination.get().has(step)
                || nomination.get().isOver()) {
            return new Outcome.Overtaken();
        }
        store.run();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** The paper of a consent. */
    public Optional<Nomination.Paper> paper(VoteId id, int number) {
        return store.find(id, number).stream()
                .flatMap(one -> one.acts().stream())
                .flatMap(act -> Optional.ofNullable(act.paper()).stream())
                .findFirst();
    }
}

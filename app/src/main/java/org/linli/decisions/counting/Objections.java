package org.linli.decisions.counting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Recusal;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.Votes.By;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.linli.platform.scope.Viewer;
import org.linli.publishing.gate.PublicTexts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Owners' objections to a result and the street's reasoned rulings on them.
 *
 * <p>Source: State Council property management regulation art. 19 for the street's correction [V]; Civil Code art. 280 keeps the
 * way to a court [V]; the form is our own default [D]. An upheld objection voids the decision, or the whole vote, from the start.
 * What an owner writes is read by those who rule; everybody sees the one-line summary and the reasons.
 */
@Service
public class Objections {

    static final int MOST_TEXT = 4_000;
    static final int MOST_SUMMARY = 120;

    private final ObjectionStore store;
    private final CountStore counts;
    private final Votes votes;
    private final Duties duties;
    private final Recusal recusal;
    private final FileStore files;
    private final PublicTexts gate;

    Objections(
            ObjectionStore store,
            CountStore counts,
            Votes votes,
            Duties duties,
            Recusal recusal,
            FileStore files,
            PublicTexts gate) {
        this.gate = gate;
        this.store = store;
        this.counts = counts;
        this.votes = votes;
        this.duties = duties;
        this.recusal = recusal;
        this.files = files;
    }

    /**
     * @param decision number of the decision, null for the vote as a whole
     * @param ruling null while it waits
     * @param files documents handed in with it
     */
    public record Objection(
            int number,
            @Nullable Integer decision,
            String summary,
            Instant at,
            long account,
            @Nullable Ruling ruling,
            List<Evidence> files) {
        public Objection {
            files = List.copyOf(files);
        }
    }

    /** @param by who ruled @param reason as everybody reads it */
    public record Ruling(boolean upheld, String reason, String by, Instant at) {}

    /** @param hash where the file store keeps it */
    public record Evidence(int number, String hash, DocumentType type) {}

    /** What an owner wants to say. @param summary one line for everybody */
    public record Wish(@Nullable Integer decision, String summary, String text) {}

    /** Objections in the order in which they were made. */
    public List<Objection> list(VoteId vote) {
        return store.list(vote);
    }

    public Optional<Objection> find(VoteId vote, int number) {
        return store.list(vote).stream()
                .filter(objection -> objection.number() == number)
                .findFirst();
    }

    /** What the owner wrote, for those who rule and for the owner. */
    public String text(VoteId vote, int number) {
        return store.text(vote, number);
    }

    /** What the gate finds in a text that everybody would read. */
    public PublicTexts.Checked read(Vote vote, String text) {
        return gate.check(text, vote.division());
    }

    /** Records an objection with its documents. Refused outside of the time for objections. */
    @Transactional
    public Taken object(Vote vote, Wish wish, List<FileStore.Copy> documents, Viewer owner) {
        if (!Counting.isUnderObjection(vote)) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        if (wish.text().isBlank()
                || wish.summary().isBlank()
                || wish.text().length() > MOST_TEXT
                || wish.summary().length() > MOST_SUMMARY) {
            return Taken.refused(Refusal.TEXT_MISSING);
        }
        if (!gate.check(wish.summary(), vote.division()).isClean()) {
            return Taken.refused(Refusal.PERSONAL_DATA);
        }
        if (documents.stream().anyMatch(copy -> DocumentType.of(copy.path()).isEmpty())) {
            return Taken.refused(Refusal.FILE_KIND);
        }
        int number = store.add(vote.id(), wish, owner.accountId());
        for (FileStore.Copy copy : documents) {
            store.addFile(
                    vote.id(), number, put(copy), DocumentType.of(copy.path()).orElseThrow());
        }
        return Taken.DONE;
    }

    private String put(FileStore.Copy copy) {
        try (var content = java.nio.file.Files.newInputStream(copy.path())) {
            return files.put(content);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Rules on an objection. Refused for whoever organised or counted the vote, made the objection, or owns a home there. */
    @Transactional
    public Taken rule(Vote vote, int number, boolean upheld, String reason, Viewer street) {
        Optional<Objection> found = find(vote.id(), number);
        if (found.isEmpty() || !Counting.isUnderObjection(vote)) {
            return Taken.refused(Refusal.NOT_NOW);
        }
        Objection objection = found.get();
        if (objection.ruling() != null) {
            return Taken.refused(Refusal.ALREADY_RULED);
        }
        if (reason.isBlank()) {
            return Taken.refused(Refusal.TEXT_MISSING);
        }
        if (!gate.check(reason, vote.division()).isClean()) {
            return Taken.refused(Refusal.PERSONAL_DATA);
        }
        boolean concerned =
                counts.organisers(vote.id()).contains(street.accountId()) || objection.account() == street.accountId();
        if (concerned) {
            return Taken.refused(Refusal.ORGANISED_IT);
        }
        if (recusal.isDue(street, vote.id().community())) {
            return Taken.refused(Refusal.OWNS_A_HOME);
        }
        if (!store.rule(vote.id(), number, upheld, reason, street)) {
            return Taken.refused(Refusal.ALREADY_RULED);
        }
        if (upheld) {
            voidWhat(vote, objection, new By(street.name(), street.accountId()));
        }
        return Taken.DONE;
    }

    private void voidWhat(Vote vote, Objection objection, By by) {
        Integer decision = objection.decision();
        if (decision != null) {
            store.voidDecision(vote.id(), decision, objection.number());
            duties.voidOf(vote.id(), decision, by);
        }
        boolean all = decision == null
                || store.voided(vote.id()).size() == vote.items().size();
        if (all) {
            votes.step(vote, vote.state(), VoteState.INVALIDATED, by, "第" + objection.number() + "号异议成立");
            vote.items().forEach(item -> duties.voidOf(vote.id(), item.number(), by));
        }
    }

    /** Decisions that upheld objections voided, while the vote stands. */
    public List<Integer> voided(VoteId vote) {
        return store.voided(vote);
    }
}

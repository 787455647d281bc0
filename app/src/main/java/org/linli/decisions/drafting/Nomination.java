package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;

/**
 * Somebody put forward as a candidate.
 *
 * <p>Source: guiding rules art. 14 [K]; Ningbo 30 and Hangzhou 26 as models [V].
 *
 * @param decision the election
 * @param room where the candidate owns a home, as typed
 * @param nominators who puts forward jointly, as typed; empty for the other ways
 * @param byAccount who put forward
 */
public record Nomination(
        int number,
        int decision,
        Source source,
        String name,
        String room,
        String statement,
        String nominators,
        long byAccount,
        List<Act> acts) {

    public Nomination {
        acts = List.copyOf(acts);
    }

    /** Where a candidate comes from. */
    public enum Source {
        SELF,
        JOINT,
        NEIGHBOURHOOD,
        PARTY
    }

    /** What became of it. */
    public enum Step {
        /** In person while signed in, or on a paper that is kept. */
        CONSENTED,
        /** The person put forward does not stand. */
        DECLINED,
        /** Found on the register as an owner of the area. */
        ELIGIBLE,
        REFUSED,
        WITHDRAWN
    }

    /**
     * @param ownerNo number on the register, of ELIGIBLE only
     * @param paper what a consent on paper stands on; null for one given signed in, and for all other acts
     */
    public record Act(
            Step step,
            LocalDate day,
            @Nullable Integer ownerNo,
            String reason,
            String by,
            @Nullable Paper paper) {}

    /** @param hash where the file store keeps it */
    public record Paper(String hash, DocumentType type) {}

    public boolean has(Step step) {
        return acts.stream().anyMatch(act -> act.step == step);
    }

    /** Consents, is an owner, and neither withdrew nor was refused: may be posted. */
    public boolean isReady() {
        return has(Step.CONSENTED) && has(Step.ELIGIBLE) && !isOver();
    }

    /** Declined, withdrew or was refused. */
    public boolean isOver() {
        return has(Step.DECLINED) || has(Step.REFUSED) || has(Step.WITHDRAWN);
    }

    /** Found on the register, and the person's own answer is still missing. */
    public boolean isAsked() {
        return has(Step.ELIGIBLE) && !has(Step.CONSENTED) && !isOver();
    }

    public Optional<Integer> ownerNo() {
        return acts.stream()
                .filter(act -> act.step == Step.ELIGIBLE)
                .findFirst()
                .map(Act::ownerNo);
    }
}

package org.linli.decisions.drafting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        CONSENTED,
        /** Found on the register as an owner of the area. */
        ELIGIBLE,
        REFUSED,
        WITHDRAWN
    }

    /** @param ownerNo number on the register, of ELIGIBLE only */
    public record Act(Step step, @Nullable Integer ownerNo, String reason, String by) {}

    public boolean has(Step step) {
        return acts.stream().anyMatch(act -> act.step == step);
    }

    /** Consents, is an owner, and neither withdrew nor was refused: may be posted. */
    public boolean isReady() {
        return has(Step.CONSENTED) && has(Step.ELIGIBLE) && !has(Step.REFUSED) && !has(Step.WITHDRAWN);
    }

    public Optional<Integer> ownerNo() {
        return acts.stream()
                .filter(act -> act.step == Step.ELIGIBLE)
                .findFirst()
                .map(Act::ownerNo);
    }
}

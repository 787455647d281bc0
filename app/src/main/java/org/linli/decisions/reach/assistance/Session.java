package org.linli.decisions.reach.assistance;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * One owner's vote with help.
 *
 * @param entry 32 hexadecimal digits
 * @param ownerNo who votes, by the number in the register
 * @param identitySeen which document was shown; a kind, never a number
 * @param opener the account of the one who opened it and holds the device
 * @param steps what followed, each at most once
 */
public record Session(
        int number,
        int pointNo,
        String entry,
        int homeNo,
        int ownerNo,
        IdentityPaper identitySeen,
        Instant openedAt,
        long opener,
        Map<Step, Done> steps) {

    public Session {
        steps = steps.isEmpty() ? Map.of() : new EnumMap<>(steps);
    }

    /** What a document the owner showed. */
    public enum IdentityPaper {
        RESIDENT_ID,
        PASSPORT,
        TRAVEL_PERMIT,
        SOCIAL_SECURITY_CARD
    }

    /** What the two staff do, in order; STOPPED ends it. */
    public enum Step {
        JOINED,
        /** The owner marked the device himself. */
        CHOSEN,
        /** The owner said it aloud, the opener marked it. */
        SPOKEN,
        /** The other one read it back to the owner and confirmed. */
        CONFIRMED,
        STOPPED
    }

    public record Done(long account, Instant at, String reason) {}

    public boolean has(Step step) {
        return steps.containsKey(step);
    }

    public boolean isOver() {
        return has(Step.CONFIRMED) || has(Step.STOPPED);
    }

    /** The second of the two, once there. */
    public Optional<Long> companion() {
        return Optional.ofNullable(steps.get(Step.JOINED)).map(Done::account);
    }

    public boolean isMarked() {
        return has(Step.CHOSEN) || has(Step.SPOKEN);
    }
}

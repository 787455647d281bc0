package org.linli.registry.claims;

/** What became of an act on a claim. In all cases but {@link Done} nothing was stored. */
public sealed interface ClaimResult {

    record Done(ClaimId id) implements ClaimResult {}

    record Refused(Reason reason) implements ClaimResult {}

    /** There is no such claim within reach. */
    record Unknown() implements ClaimResult {}

    /** Why not, with a stable code for pages and the log. */
    enum Reason {
        /** What was given is not on the register. Never says which part. */
        NO_MATCH("CLM-001"),
        /** Too many tries of this account, or for this home. */
        TOO_OFTEN("CLM-002"),
        /** There is no such home on the register. */
        NO_HOME("CLM-003"),
        /** The account has a claim on this home that is not over. */
        TWICE("CLM-004"),
        /** No paper, or none that can be stored. */
        PAPERS("CLM-005"),
        /** The claim is not where this act begins. */
        STATE("CLM-006"),
        /** Whoever saw the papers, and the claimant, cannot confirm. */
        SAME_PERSON("CLM-007"),
        /** The owner chosen does not own the home. */
        OWNER("CLM-008"),
        /** The days to object are over. */
        TOO_LATE("CLM-009"),
        /** A reason is missing. */
        REASON("CLM-010"),
        /** The last day lies before today. */
        DAY("CLM-011"),
        /** No telephone number. */
        PHONE("CLM-012"),
        /** A company or the developer acts through a representative whom the street accepts. */
        ORGANISATION("CLM-013");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    static ClaimResult refused(Reason reason) {
        return new Refused(reason);
    }
}

package org.linli.people;

/** What became of a wish to grant. */
public sealed interface GrantResult {

    record Granted(GrantId id) implements GrantResult {}

    record Refused(Reason reason) implements GrantResult {}

    /** Why not, with a stable code for pages and the log. */
    enum Reason {
        /** One's own account, a role not one's to grant, or a scope beyond one's own. */
        BEYOND("PEO-001"),
        /** The scope does not exist, or does not go with the role. */
        SCOPE("PEO-002"),
        /** Three administrators: no account holds two of these duties, nor one beside a business role, ever. */
        SEPARATION("PEO-003"),
        /** A staff role needs an account with two factors. */
        ONE_FACTOR("PEO-004"),
        /** The account holds this grant already. */
        TWICE("PEO-005"),
        /** The last day lies before the first. */
        DAYS("PEO-006"),
        /** The grant would have ended before today. */
        PAST("PEO-007"),
        /** A day that is not in the calendar. */
        NO_DAY("PEO-008");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}

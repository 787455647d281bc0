package org.linli.decisions.roll;

/**
 * An entry that an account's claim leads to.
 *
 * @param entry as on the frozen roll
 * @param homeNo the home through which the account owns, or acts for an owner
 * @param ownerNo the owner in the register
 * @param assurance level of the claim, A to D
 * @param via {@code OWNER}, {@code GUARDIAN} or {@code REPRESENTATIVE}
 * @param underObjection whether somebody may still object to the claim, or has and no ruling came yet: the ballot is marked
 * @param standing whether the account may vote for it today, or why not
 */
public record VoterEntry(
        FrozenRoll.Entry entry,
        int homeNo,
        int ownerNo,
        String assurance,
        String via,
        boolean underObjection,
        Standing standing) {

    /** Whether somebody may vote for an entry, as far as ownership goes. */
    public enum Standing {
        MAY_VOTE,
        /** The owners of the home named another one of them. */
        ANOTHER_WAS_NAMED,
        /** Somebody who owned on the record day still owns another part of the entry and keeps its vote. */
        FORMER_OWNER_KEEPS_IT,
        /** The register says that this owner no longer owns the home. */
        NOT_AN_OWNER
    }

    public boolean mayVote() {
        return standing == Standing.MAY_VOTE;
    }
}

package org.linli.rules.decisions.counting;

/** What one entry of the roll did on one item. Source: domain reference a.4; abstaining counts as taking part [K], the rest [D]. */
public enum BallotState {
    AGREE,
    OPPOSE,
    ABSTAIN,
    /** The item was left blank on a ballot that is valid as a whole. */
    BLANK,
    /** Unsigned, several marks, not the owner's, a duplicate. */
    INVALID,
    NOT_RETURNED;

    /** Whether the entry took part in the vote on the item. */
    public boolean participates(BlankRule blanks) {
        return switch (this) {
            case AGREE, OPPOSE, ABSTAIN -> true;
            case BLANK -> blanks == BlankRule.ABSTAIN;
            case INVALID, NOT_RETURNED -> false;
        };
    }
}

package org.linli.decisions.casting;

/** What became of a ballot of the record; never what it says. */
public enum BallotStanding {
    /** It stands, and nothing was counted yet. */
    WAITS,
    COUNTED,
    /** A ruling annulled it. */
    ANNULLED,
    /** The vote ended before its count. */
    NEVER_COUNTED
}

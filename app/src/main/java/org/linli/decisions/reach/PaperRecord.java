package org.linli.decisions.reach;

import org.linli.decisions.VoteId;

/** Writes what happens to paper into the vote's record, durably, together with the rows that say more. */
public interface PaperRecord {

    /** @param serial 32 hexadecimal digits @param entry 32 hexadecimal digits */
    void issued(VoteId vote, String serial, String entry, Runnable rows);

    void returned(VoteId vote, String serial, Runnable rows);

    /** @param reason ordinal number of the reason, from 1 */
    void voided(VoteId vote, String serial, int reason, Runnable rows);
}

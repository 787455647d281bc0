package org.linli.decisions.casting;

import org.linli.decisions.VoteId;

/** Inverted port: whoever keeps paper ballots says, under the record's lock, whether one may be entered now. */
public interface PaperCheck {

    /** Issued to this entry, returned in time, neither voided nor entered before. @param serial 32 hexadecimal digits */
    boolean isValid(VoteId vote, String entry, String serial);
}

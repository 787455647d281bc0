package org.linli.decisions.reach;

import java.util.List;
import org.linli.decisions.VoteId;

/** For which entries an account may vote today. */
public interface Voters {

    /** @param entry 32 hexadecimal digits @param homeNo the home it owns through @param ownerNo its number in the register */
    record Voter(String entry, int homeNo, int ownerNo) {}

    List<Voter> entriesOf(VoteId vote, long account);
}

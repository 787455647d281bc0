package org.linli.decisions.counting;

import org.linli.decisions.Vote;

/** Where a count gets the roll, the readings beside it and the opened ballots of a closed vote. */
interface CountSource {

    /** @throws IllegalStateException while the record of the vote is not closed */
    CountInput read(Vote vote);
}

package org.linli.decisions.counting;

import java.util.List;
import org.linli.decisions.VoteId;

/** Inverted port: the box of ballots, opened once the record is closed. */
public interface OpenedBox {

    /**
     * Each entry's last ballot that is not annulled.
     *
     * @throws IllegalStateException while the record is not closed
     */
    List<CountedBallot> counted(VoteId vote);
}

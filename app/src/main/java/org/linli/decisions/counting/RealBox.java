package org.linli.decisions.counting;

import java.util.List;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.BallotBox;
import org.springframework.stereotype.Component;

/** The box of the vote's record. */
@Component
class RealBox implements OpenedBox {

    private final BallotBox box;

    RealBox(BallotBox box) {
        this.box = box;
    }

    @Override
    public List<CountedBallot> counted(VoteId vote) {
        return box.counted(vote).stream()
                .map(ballot -> new CountedBallot(
                        ballot.entry(), ballot.attempt(), ballot.channel(), ballot.contested(), ballot.answers()))
                .toList();
    }
}

package org.linli.decisions.counting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Opened boxes that tests fill themselves, in any state a record can be in; all other votes are read as they are. */
@Component
@Primary
class PlantedBallots implements CountSource {

    private final Map<VoteId, CountInput> boxes = new ConcurrentHashMap<>();
    private final ClosedVote real;

    PlantedBallots(ClosedVote real) {
        this.real = real;
    }

    void plant(VoteId vote, CountSamples box) {
        boxes.put(vote, box.input());
    }

    /** The same box after the first contested ballot was ruled on. @param kept whether it still counts */
    void rule(VoteId vote, boolean kept) {
        CountInput box = read(vote);
        List<CountedBallot> ballots = box.ballots().stream()
                .filter(ballot -> kept || !ballot.contested())
                .map(ballot ->
                        new CountedBallot(ballot.entry(), ballot.attempt(), ballot.channel(), false, ballot.answers()))
                .toList();
        boxes.put(vote, new CountInput(1, box.rolls(), box.alternatives(), ballots, Map.of()));
    }

    private CountInput read(VoteId vote) {
        return Objects.requireNonNull(boxes.get(vote), () -> "nothing planted for " + vote);
    }

    @Override
    public CountInput read(Vote vote) {
        return boxes.containsKey(vote.id()) ? read(vote.id()) : real.read(vote);
    }
}

package org.linli.decisions.demo;

import java.util.Map;
import java.util.SortedMap;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;

/** Casts the ballots of invented owners the way a phone does. */
@Component
class DemoBallots {

    private final Ballots ballots;
    private final Rolls rolls;
    private final BusinessTime time;

    DemoBallots(Ballots ballots, Rolls rolls, BusinessTime time) {
        this.ballots = ballots;
        this.rolls = rolls;
        this.time = time;
    }

    void cast(Vote vote) {
        FrozenRoll roll = rolls.current(vote.id());
        Map<String, SortedMap<Integer, Answer>> answers =
                new DemoChoices(vote.id().community().value() * 31 + vote.id().number()).answers(vote, roll);
        answers.forEach((entry, said) -> cast(vote, roll.find(entry).orElseThrow(), said));
    }

    private void cast(Vote vote, FrozenRoll.Entry entry, SortedMap<Integer, Answer> said) {
        CastResult result = ballots.cast(new CastRequest(
                vote.id(),
                entry.id(),
                said,
                CastRequest.Channel.PHONE,
                entry.parts().getFirst().homeNo(),
                entry.owners().isEmpty() ? null : entry.owners().getFirst(),
                null,
                null,
                null,
                null,
                time.now()));
        if (!(result instanceof CastResult.Cast)) {
            throw new IllegalStateException("a demo ballot of vote " + vote.id() + ": " + result);
        }
    }
}

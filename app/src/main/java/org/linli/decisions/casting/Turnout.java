package org.linli.decisions.casting;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.VoteState;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Texts;
import org.linli.rules.decisions.Weight;
import org.springframework.stereotype.Component;
import org.springframework.util.ConcurrentLruCache;

/**
 * Who has taken part while the vote is open, on both axes: whole per cent, as of the last full quarter of an hour, so that no
 * single ballot shows. What they chose is not known to anybody.
 */
@Component
class Turnout implements VotePageSection {

    private static final long QUARTER_SECONDS = Duration.ofMinutes(15).toSeconds();

    private static final int SUMS_KEPT = 256;

    private final ConcurrentLruCache<Asked, Weight> sums = new ConcurrentLruCache<>(SUMS_KEPT, this::sum);
    private final Ballots ballots;
    private final Rolls rolls;
    private final BusinessTime time;

    Turnout(Ballots ballots, Rolls rolls, BusinessTime time) {
        this.ballots = ballots;
        this.rolls = rolls;
        this.time = time;
    }

    /** @param version of the roll, which a ruling may correct */
    private record Asked(VoteId vote, int version, int rollNo, Instant until) {}

    /** The last full quarter of an hour. */
    static Instant quarter(Instant now) {
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), QUARTER_SECONDS) * QUARTER_SECONDS);
    }

    /** Whole per cent, rounded down: nobody reads a line as reached that is not. */
    static long percent(long part, long whole) {
        return whole == 0 ? 0 : part * 100 / whole;
    }

    /** Who took part on a roll by an instant; summed up once, for a vote's page is read far oftener than a quarter passes. */
    private Weight at(FrozenRoll roll, int rollNo, Instant until) {
        return sums.get(new Asked(roll.vote(), roll.version().number(), rollNo, until));
    }

    private Weight sum(Asked asked) {
        FrozenRoll roll = rolls.current(asked.vote);
        Weight sum = Weight.ZERO;
        for (Ballots.Line ballot : ballots.cast(asked.vote).values()) {
            @Nullable
            Long area = ballot.annulled() || !ballot.receivedAt().isBefore(asked.until)
                    ? null
                    : roll.find(ballot.entry())
                            .map(entry -> entry.areas().get(asked.rollNo))
                            .orElse(null);
            if (area != null) {
                sum = sum.plus(new Weight(area, 1));
            }
        }
        return sum;
    }

    @Override
    public Optional<Section> section(Vote vote, Texts texts) {
        if (vote.state() != VoteState.OPEN && vote.state() != VoteState.CLOSED) {
            return Optional.empty();
        }
        Instant until = quarter(time.now());
        FrozenRoll roll = rolls.current(vote.id());
        List<Line> lines = new ArrayList<>();
        for (int rollNo :
                vote.items().stream().map(DecisionItem::rollNo).distinct().toList()) {
            Weight total = roll.total(rollNo);
            Weight voted = at(roll, rollNo, until);
            lines.add(new Line(
                    texts.t(
                            "casting.turnout",
                            rollNo,
                            percent(voted.heads(), total.heads()),
                            percent(voted.areaDm2(), total.areaDm2()),
                            texts.time(until)),
                    null));
        }
        return Optional.of(new Section(30, "casting.turnout.title", lines));
    }
}

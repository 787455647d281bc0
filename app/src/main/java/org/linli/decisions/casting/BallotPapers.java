package org.linli.decisions.casting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.VoteKey;
import org.linli.rules.decisions.matters.ThresholdSources;

/** What was put to the vote, as the record fixes it before the first ballot. */
public final class BallotPapers {

    private BallotPapers() {}

    /**
     * @param community its name when the record was opened
     * @param division code of the division it lay in then
     */
    public static BallotPaper of(Vote vote, String community, String division) {
        return new BallotPaper(
                VoteKey.parse(vote.key()),
                community,
                vote.terms().title(),
                micros(vote.terms().opensAt()),
                new BallotPaper.Pack(
                        vote.rulePack(),
                        division,
                        vote.terms().noticeOn().toString(),
                        ThresholdSources.codes(vote.pack())),
                vote.items().stream().map(item -> question(vote, item)).toList());
    }

    private static BallotPaper.Question question(Vote vote, DecisionItem item) {
        return new BallotPaper.Question(
                spec(item),
                item.decisionClass().name(),
                item.wording(),
                item.options().stream().map(DecisionItem.Option::label).toList(),
                vote.terms().reducesEven(),
                vote.terms().alternates(),
                item.byElection());
    }

    /** The decision's shape in the record. */
    public static DecisionSpec spec(DecisionItem item) {
        return switch (item.kind()) {
            case YES_NO -> DecisionSpec.yesNo(item.number(), item.rollNo());
            case CHOICE -> DecisionSpec.choice(item.number(), item.options().size(), item.rollNo());
            case ELECTION -> DecisionSpec.election(item.number(), item.options().size(), item.seats(), item.rollNo());
        };
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}

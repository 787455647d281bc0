package org.linli.decisions.casting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.DecisionSpec;
import org.linli.ledger.VoteKey;

/** What was put to the vote, as the record fixes it before the first ballot. */
public final class BallotPapers {

    /** What the thresholds rest on. Source: Civil Code arts. 278 and 1259; Taizhou regulation art. 16 [V]. */
    private static final List<String> ARTICLES = List.of("CIVIL_CODE 278", "CIVIL_CODE 1259", "TAIZHOU_REGULATION 16");

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
                        vote.rulePack(), division, vote.terms().noticeOn().toString(), ARTICLES),
                vote.items().stream().map(item -> question(vote, item)).toList());
    }

    private static BallotPaper.Question question(Vote vote, DecisionItem item) {
        return new BallotPaper.Question(
                spec(item),
                item.decisionClass().name(),
                item.wording(),
                item.options().stream().map(DecisionItem.Option::label).toList(),
                vote.terms().reducesEven(),
                vote.terms().alternates());
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

package org.linli.decisions.roll;

import java.util.List;
import java.util.Map;
import org.linli.decisions.Vote;
import org.linli.ledger.EntryId;
import org.linli.ledger.RollSeal;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.publishing.ledger.Records;

/** Commitments to the areas of a roll, made again from the vote's secret whenever somebody needs them. */
public final class Sealing {

    /** Curve, hash and signature of every record of this installation. */
    public static final Suite SUITE = Records.SUITE;

    private Sealing() {}

    /** One of the vote's rolls with its openings. */
    public static RollSeal seal(Vote vote, VoteSecret secret, FrozenRoll roll, int rollNo) {
        return seal(
                vote,
                secret,
                rollNo,
                roll.entries().stream()
                        .filter(entry -> entry.areas().containsKey(rollNo))
                        .map(entry -> member(EntryId.parse(entry.id()), entry.areas(), rollNo))
                        .toList());
    }

    static RollSeal.Member member(EntryId id, Map<Integer, Long> areas, int rollNo) {
        return new RollSeal.Member(id, areas.getOrDefault(rollNo, 0L));
    }

    static RollSeal seal(Vote vote, VoteSecret secret, int rollNo, List<RollSeal.Member> members) {
        return RollSeal.of(SUITE, VoteKey.parse(vote.key()), secret.vote(), rollNo, members);
    }
}

package org.linli.decisions.casting;

import java.util.List;
import java.util.OptionalInt;
import org.linli.decisions.Vote;
import org.linli.platform.scope.RowScope;
import org.linli.registry.claims.Claims;
import org.linli.rules.decisions.roll.JointBallots;
import org.springframework.stereotype.Component;

/**
 * What a co-owner objected to before the close and nobody settled is settled by the close: the ballot is annulled, with a leaf of the
 * record as by any ruling, so that whoever counts again comes to the same; a ballot of whoever all co-owners had named stands.
 *
 * <p>Source: domain reference C6 (Guiding rules art. 25 [K]; Ningbo 18(1) [V]; the objection [D]).
 */
@Component
class JointObjections {

    private static final String CLOSED = "共有人的异议至表决截止未解决，该票作废。";
    private static final String NAMED = "投票人系全体共有人共同推选，该票有效。";

    private final Denials denials;
    private final Ballots ballots;
    private final Claims claims;

    JointObjections(Denials denials, Ballots ballots, Claims claims) {
        this.denials = denials;
        this.ballots = ballots;
        this.claims = claims;
    }

    /** Rules on every such objection once the record is closed; does nothing the second time. Call it outside of any transaction. */
    void settle(Vote vote) {
        List<Denials.Denial> open = denials.list(vote.id(), RowScope.everything()).stream()
                .filter(denial -> denial.kind() == Denials.Kind.CO_OWNER && denial.isOpen())
                .toList();
        for (Denials.Denial denial : open) {
            ballots.standing(vote.id(), denial.entry())
                    .filter(ballot -> ballot.attempt() == denial.attempt())
                    .ifPresent(ballot -> settle(vote, denial, wasNamed(vote, ballot)));
        }
    }

    private void settle(Vote vote, Denials.Denial denial, boolean named) {
        boolean counts = JointBallots.counts(named, true);
        try {
            denials.rule(vote, denial, !counts, counts ? NAMED : CLOSED, "Linli", null);
        } catch (Denials.AlreadyRuled before) {
            // The street, or another node, ruled on it a moment before.
        }
    }

    private boolean wasNamed(Vote vote, Ballots.Line ballot) {
        Integer home = ballot.homeNo();
        Integer voter = ballot.ownerNo();
        if (home == null || voter == null) {
            return false;
        }
        OptionalInt named = claims.designated(vote.id().community(), home);
        return named.isPresent() && named.getAsInt() == voter;
    }
}

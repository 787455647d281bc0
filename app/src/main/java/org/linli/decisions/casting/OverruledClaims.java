package org.linli.decisions.casting;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.platform.scope.RowScope;
import org.linli.registry.claims.ClaimOverruled;
import org.linli.registry.claims.Claims;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A ballot cast on a claim that the street ruled false, by the claimant or by the proxy that the claimant gave, stays contested until it
 * is ruled on itself: nobody has to notice and deny it.
 *
 * <p>Source: own default [D].
 */
@Component
class OverruledClaims {

    private static final String TEXT = "该票（或者该票所依据的委托）所依据的业主认证，经街道裁定不成立。";

    private final Votes votes;
    private final Ballots ballots;
    private final Denials denials;

    OverruledClaims(Votes votes, Ballots ballots, Denials denials) {
        this.votes = votes;
        this.ballots = ballots;
        this.denials = denials;
    }

    @EventListener
    @Transactional
    public void on(ClaimOverruled ruled) {
        List<Claims.ClaimedHome> claimed = List.of(new Claims.ClaimedHome(ruled.account(), ruled.homeNo()));
        for (VoteId id : votes.list(ruled.community())) {
            Vote vote = votes.find(id, RowScope.everything()).orElseThrow();
            if (Denials.areOpen(vote)) {
                denials.castOn(id, claimed).forEach(entry -> deny(id, entry));
            }
        }
    }

    private void deny(VoteId vote, String entry) {
        int attempt = ballots.standing(vote, entry).orElseThrow().attempt();
        denials.insert(vote, entry, attempt, Denials.Kind.NOT_ME, Denials.Place.CLAIM, TEXT, null, "Linli", null);
    }
}

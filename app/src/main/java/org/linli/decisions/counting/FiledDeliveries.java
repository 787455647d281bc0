package org.linli.decisions.counting;

import java.util.Set;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.platform.scope.RowScope;
import org.springframework.stereotype.Component;

/** Deliveries that the file of the vote proves. */
@Component
class FiledDeliveries implements DeliveryProofs {

    private final Votes votes;
    private final Deliveries deliveries;

    FiledDeliveries(Votes votes, Deliveries deliveries) {
        this.votes = votes;
        this.deliveries = deliveries;
    }

    @Override
    public Set<String> delivered(VoteId id) {
        Vote vote = votes.find(id, RowScope.everything()).orElseThrow();
        return deliveries.deliveredEntries(vote);
    }
}

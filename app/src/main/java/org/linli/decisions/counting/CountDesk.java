package org.linli.decisions.counting;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Service;

/** What the desk may show of a count, and to whom. */
@Service
public class CountDesk {

    private final CountStore store;
    private final Witnesses witnesses;

    CountDesk(CountStore store, Witnesses witnesses) {
        this.store = store;
        this.witnesses = witnesses;
    }

    /** Owners who offered to witness. @param name masked */
    public record Offer(long account, String name, boolean accepted) {}

    public List<Offer> offers(Vote vote) {
        return store.volunteers(vote.id()).stream()
                .map(offer -> new Offer(offer.account(), offer.name(), offer.accepted()))
                .toList();
    }

    /** What stands against the viewer's signature under the last count; empty when nothing does. */
    public Optional<Refusal> against(Vote vote, CountSheet sheet, Viewer viewer) {
        return witnesses.against(vote.id(), sheet, viewer);
    }

    /** Figures that are not signed are for those who count and witness: not for a county or the city, nor for other owners. */
    public boolean maySee(Vote vote, CountSheet sheet, Viewer viewer) {
        return sheet.isSigned()
                || List.of(Role.STREET, Role.COMMUNITY_WORKER, Role.COMMITTEE, Role.PMC)
                        .contains(viewer.role())
                || viewer.role() == Role.OWNER && witnesses.isAccepted(vote.id(), viewer.accountId());
    }
}

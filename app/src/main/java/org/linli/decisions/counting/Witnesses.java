package org.linli.decisions.counting;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Recusal;
import org.linli.decisions.VoteId;
import org.linli.decisions.counting.CountSheet.Capacity;
import org.linli.decisions.counting.Taken.Refusal;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.springframework.stereotype.Component;

/**
 * Who may witness a count, and in which capacity.
 *
 * <p>Source: domain reference a.10 and i [D]: street or neighbourhood, and an owner who is not on the committee or a second of
 * those; staff with a home in the area stay out; whoever counts does not witness.
 */
@Component
class Witnesses {

    private final People people;
    private final Recusal recusal;
    private final CountStore store;

    Witnesses(People people, Recusal recusal, CountStore store) {
        this.people = people;
        this.recusal = recusal;
        this.store = store;
    }

    static Optional<Capacity> capacity(Viewer viewer) {
        return switch (viewer.role()) {
            case STREET -> Optional.of(Capacity.STREET);
            case COMMUNITY_WORKER -> Optional.of(Capacity.NEIGHBOURHOOD);
            case OWNER -> Optional.of(Capacity.OWNER);
            case OCCUPANT,
                    COMMITTEE,
                    PMC,
                    PROJECT_MANAGER,
                    COMPANY,
                    SPECIALIST,
                    COUNTY,
                    CITY,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> Optional.empty();
        };
    }

    /** What stands against this viewer's signature under the count; empty when nothing does. */
    Optional<Refusal> against(VoteId vote, CountSheet sheet, Viewer viewer) {
        Optional<Capacity> capacity = capacity(viewer);
        if (capacity.isEmpty()) {
            return Optional.of(Refusal.NOT_ACCEPTED);
        }
        if (sheet.account() != null && sheet.account() == viewer.accountId()) {
            return Optional.of(Refusal.COUNTED_IT);
        }
        if (sheet.isSignedBy(viewer.accountId())) {
            return Optional.of(Refusal.ALREADY_SIGNED);
        }
        boolean owner = capacity.get() == Capacity.OWNER;
        if (!owner && recusal.isDue(viewer, vote.community())) {
            return Optional.of(Refusal.OWNS_A_HOME);
        }
        if (owner && sits(viewer.accountId(), vote.community())) {
            return Optional.of(Refusal.SITS_ON_THE_COMMITTEE);
        }
        return owner && !isAccepted(vote, viewer.accountId()) ? Optional.of(Refusal.NOT_ACCEPTED) : Optional.empty();
    }

    boolean isAccepted(VoteId vote, long account) {
        return store.volunteers(vote).stream()
                .anyMatch(volunteer -> volunteer.account() == account && volunteer.accepted());
    }

    boolean sits(long account, CommunityId community) {
        return people.listHats(new AccountId(account)).stream()
                .anyMatch(grant -> List.of(Role.COMMITTEE, Role.PMC).contains(grant.role())
                        && grant.scope().equals(new Scope.OfCommunity(community)));
    }
}

package org.linli.decisions.reach;

import java.util.List;
import java.util.Set;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.ScopeSource;
import org.springframework.stereotype.Component;

/** Tells the company's people from the public's: the first never stand in for an owner, the second help at a voting point. */
@Component
public class CompanyStaff {

    private static final Set<Role> HELPERS = Set.of(Role.COMMUNITY_WORKER, Role.STREET, Role.SPECIALIST);

    private final People people;
    private final ScopeSource served;

    CompanyStaff(People people, ScopeSource served) {
        this.people = people;
        this.served = served;
    }

    /** Whether the account works today for a company that serves the community. */
    public boolean isOne(long account, CommunityId community) {
        return people.listHats(new AccountId(account)).stream().anyMatch(grant -> switch (grant.scope()) {
            case Scope.OfCompany(CompanyCode company) ->
                List.of(served.communitiesServedBy(company)).contains(community.value());
            case Scope.OfCommunity(CommunityId project) ->
                grant.role() == Role.PROJECT_MANAGER && project.equals(community);
            case Scope.OfDivision _, Scope.OfPlatform _ -> false;
        });
    }

    /** Whether the account works today for street or neighbourhood where the community lies. @param division the community's */
    public boolean isPublicStaff(long account, CommunityId community, String division) {
        return people.listHats(new AccountId(account)).stream()
                .filter(grant -> HELPERS.contains(grant.role()))
                .anyMatch(grant -> switch (grant.scope()) {
                    case Scope.OfDivision(DivisionCode within) -> division.startsWith(within.value());
                    case Scope.OfCommunity(CommunityId own) -> own.equals(community);
                    case Scope.OfCompany _, Scope.OfPlatform _ -> false;
                });
    }
}

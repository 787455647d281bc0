package org.linli.people;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;

/**
 * Who may grant, and end, which role on which scope. Nobody grants beyond their own scope, nobody their own role, nobody
 * anything to oneself.
 *
 * <p>Source: domain i [D]; separation of the three administrators: GB/T 22239-2019 level 3 [K].
 */
public final class GrantRules {

    private static final Set<Role> BELOW_STREET =
            EnumSet.of(Role.COMMUNITY_WORKER, Role.SPECIALIST, Role.COMMITTEE, Role.PMC);
    private static final Set<Role> BELOW_COUNTY =
            with(BELOW_STREET, Role.STREET, Role.AGENCY, Role.COMPANY, Role.PROJECT_MANAGER);
    private static final Set<Role> BELOW_CITY = with(BELOW_COUNTY, Role.COUNTY);

    private GrantRules() {}

    /** Why a grant is refused. */
    public enum Refusal {
        OWN_ACCOUNT,
        ROLE,
        LEVEL,
        OUTSIDE
    }

    /** What the rules must look up. */
    public interface Places {
        Optional<DivisionCode> divisionOf(CommunityId community);

        List<CommunityId> servedBy(CompanyCode company);
    }

    /** Who grants: the account under one hat. */
    public record Granter(long account, Role role, Scope scope) {}

    /** The roles that a role may grant at all. */
    public static Set<Role> grantable(Role by) {
        return switch (by) {
            case CITY -> BELOW_CITY;
            case COUNTY -> BELOW_COUNTY;
            case STREET -> BELOW_STREET;
            case COMPANY -> EnumSet.of(Role.PROJECT_MANAGER);
            case SECURITY_ADMIN -> EnumSet.of(Role.CITY, Role.SYSTEM_ADMIN, Role.AUDITOR);
            case OWNER,
                    OCCUPANT,
                    COMMITTEE,
                    PMC,
                    PROJECT_MANAGER,
                    SPECIALIST,
                    COMMUNITY_WORKER,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN -> EnumSet.noneOf(Role.class);
        };
    }

    /**
     * Why this grant is not to be made; empty if it may.
     *
     * @param home the division that the installation governs
     */
    public static Optional<Refusal> objection(
            Granter by, long toAccount, Role role, Scope scope, DivisionCode home, Places places) {
        if (by.account() == toAccount) {
            return Optional.of(Refusal.OWN_ACCOUNT);
        }
        if (!grantable(by.role()).contains(role)) {
            return Optional.of(Refusal.ROLE);
        }
        if (!fits(role, scope)) {
            return Optional.of(Refusal.LEVEL);
        }
        Scope reach = by.role() == Role.SECURITY_ADMIN ? new Scope.OfDivision(home) : by.scope();
        return covers(reach, scope, home, places) ? Optional.empty() : Optional.of(Refusal.OUTSIDE);
    }

    /** The scope has the kind, and a division the level, that goes with the role. */
    static boolean fits(Role role, Scope scope) {
        return switch (scope) {
            case Scope.OfDivision(DivisionCode division) -> levels(role).contains(division.level());
            case Scope.OfCommunity _ -> role.place() == Role.Place.COMMUNITY;
            case Scope.OfCompany _ -> role.place() == Role.Place.COMPANY;
            case Scope.OfPlatform() -> role.place() == Role.Place.PLATFORM;
        };
    }

    private static Set<DivisionLevel> levels(Role role) {
        return switch (role) {
            case CITY -> EnumSet.of(DivisionLevel.CITY);
            case COUNTY -> EnumSet.of(DivisionLevel.COUNTY);
            case STREET -> EnumSet.of(DivisionLevel.STREET);
            case COMMUNITY_WORKER -> EnumSet.of(DivisionLevel.STREET, DivisionLevel.NEIGHBOURHOOD);
            case AGENCY -> EnumSet.of(DivisionLevel.CITY, DivisionLevel.COUNTY, DivisionLevel.STREET);
            case OWNER,
                    OCCUPANT,
                    COMMITTEE,
                    PMC,
                    PROJECT_MANAGER,
                    COMPANY,
                    SPECIALIST,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> EnumSet.noneOf(DivisionLevel.class);
        };
    }

    /** A company's scope reaches all it serves, so all of it must lie inside. */
    private static boolean covers(Scope reach, Scope scope, DivisionCode home, Places places) {
        return switch (reach) {
            case Scope.OfDivision(DivisionCode own) ->
                switch (scope) {
                    case Scope.OfDivision(DivisionCode division) -> own.covers(division);
                    case Scope.OfCommunity(CommunityId community) -> lies(own, community, places);
                    case Scope.OfCompany(CompanyCode company) ->
                        places.servedBy(company).stream().allMatch(community -> lies(own, community, places));
                    case Scope.OfPlatform() -> own.equals(home);
                };
            case Scope.OfCompany(CompanyCode own) ->
                scope instanceof Scope.OfCommunity(CommunityId community)
                        && places.servedBy(own).contains(community);
            case Scope.OfCommunity _, Scope.OfPlatform _ -> false;
        };
    }

    private static boolean lies(DivisionCode own, CommunityId community, Places places) {
        return places.divisionOf(community).filter(own::covers).isPresent();
    }

    private static Set<Role> with(Set<Role> roles, Role... more) {
        Set<Role> all = EnumSet.copyOf(roles);
        all.addAll(List.of(more));
        return all;
    }
}

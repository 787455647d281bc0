package org.linli.scope;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;

/** Somebody of each role who stands on the {@link Ground}, signed in once for all tests of a run: passwords are slow on purpose. */
final class Viewers {

    private static final Map<Integer, Viewers> BY_PORT = new ConcurrentHashMap<>();

    private final Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
    private final Map<Role, Scope> scopes = new EnumMap<>(Role.class);

    private Viewers(Ground ground, int port) {
        for (Role role : Role.values()) {
            Scope scope = scope(role, ground);
            Visitor visitor = new StaffMember(ground.people(), ground.time(), role, scope).signedIn(port);
            visitor.get("/account"); // a page with a token for forms
            scopes.put(role, scope);
            visitors.put(role, visitor);
        }
    }

    static Viewers on(Ground ground, int port) {
        return BY_PORT.computeIfAbsent(port, fresh -> new Viewers(ground, port));
    }

    private static Scope scope(Role role, Ground ground) {
        return switch (role) {
            case CITY -> new Scope.OfDivision(Ground.CITY);
            case COUNTY -> new Scope.OfDivision(Ground.COUNTY);
            case STREET, AGENCY -> new Scope.OfDivision(Ground.STREET);
            case COMMUNITY_WORKER ->
                new Scope.OfDivision(new DivisionCode(ground.divisionOf(ground.communityOf(Ground.STREET))));
            case OWNER, OCCUPANT, COMMITTEE, PMC, PROJECT_MANAGER, SPECIALIST ->
                new Scope.OfCommunity(new CommunityId(Long.parseLong(ground.communityOf(Ground.STREET))));
            case COMPANY -> new Scope.OfCompany(new CompanyCode(ground.company()));
            case AUDITOR, SYSTEM_ADMIN, SECURITY_ADMIN -> new Scope.OfPlatform();
        };
    }

    Visitor of(Role role) {
        return Objects.requireNonNull(visitors.get(role));
    }

    Scope scopeOf(Role role) {
        return Objects.requireNonNull(scopes.get(role));
    }

    /** To whoever governs the whole city nothing is foreign, and companies are known to all but the others. */
    static boolean seesAll(Role role, String kind) {
        return role == Role.CITY || (kind.equals("company") && role != Role.COMPANY);
    }
}

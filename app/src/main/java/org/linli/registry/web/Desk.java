package org.linli.registry.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.registry.Clerk;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.springframework.stereotype.Component;

/** What all pages of the registry ask: who looks, at which rows, on which day. */
@Component
class Desk {

    private final RowScopes scopes;
    private final Communities communities;
    private final Divisions divisions;
    private final Portal portal;
    private final BusinessTime time;

    Desk(RowScopes scopes, Communities communities, Divisions divisions, Portal portal, BusinessTime time) {
        this.scopes = scopes;
        this.communities = communities;
        this.divisions = divisions;
        this.portal = portal;
        this.time = time;
    }

    RowScope scope(Viewer viewer) {
        return scopes.of(viewer);
    }

    Clerk clerk(Viewer viewer) {
        return new Clerk(
                viewer.accountId(), viewer.name(), scope(viewer), viewer.role().isDepartment());
    }

    static boolean mayWrite(Viewer viewer) {
        return List.of(Role.STREET, Role.COUNTY, Role.CITY).contains(viewer.role());
    }

    LocalDate today() {
        return time.today();
    }

    /** The day asked for; today when it is none, which the page's frame then says. */
    LocalDate day(String text) {
        return AskedDates.day(text).orElseGet(this::today);
    }

    AsOf asOf(String day, String knownAt) {
        return new AsOf(day(day), AskedDates.instant(knownAt));
    }

    /** The division asked for, or the whole city. */
    DivisionCode division(String text) {
        return divisions.find(text).map(found -> found.code()).orElseGet(portal::home);
    }

    /** A division as a file shows it: its name with those above it, then its code. */
    String named(DivisionCode division) {
        return divisions.fullName(division) + " " + division.value();
    }

    /** The divisions whose figures an act can move: the city, and the county of each place, where a thing was and where it is put. */
    List<DivisionCode> moved(DivisionCode... places) {
        Set<DivisionCode> divided = new LinkedHashSet<>(List.of(portal.home()));
        for (DivisionCode place : places) {
            place.at(DivisionLevel.COUNTY).ifPresent(divided::add);
        }
        return List.copyOf(divided);
    }

    /** The community of an address. @throws NotFound if the viewer's scope does not reach it */
    CommunityId community(long id, Viewer viewer) {
        if (id <= 0 || !communities.isWithin(new CommunityId(id), scope(viewer))) {
            throw new NotFound();
        }
        return new CommunityId(id);
    }

    /** The file today, or on its first day if it begins later. @throws NotFound beyond the viewer's scope */
    CommunityFile file(long id, Viewer viewer) {
        return communities
                .find(community(id, viewer), AsOf.day(today()), scope(viewer))
                .orElseThrow(NotFound::new);
    }

    static String href(CommunityId id) {
        return "/registry/communities/" + id;
    }
}

package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.registry.Companies;
import org.springframework.stereotype.Component;

/** What a form suggests where it asks for a code, by its name: nobody knows codes by heart. Other codes may be typed all the same. */
@Component
class Suggested {

    /** More than a browser's list is good for; a wider scope is suggested its streets. */
    private static final int NEIGHBOURHOODS = 500;

    private static final int COMPANIES = 2_000;

    private final Divisions divisions;
    private final Companies companies;
    private final Portal portal;
    private final Desk desk;

    Suggested(Divisions divisions, Companies companies, Portal portal, Desk desk) {
        this.divisions = divisions;
        this.companies = companies;
        this.portal = portal;
        this.desk = desk;
    }

    /** Where a community of the viewer's can lie: its neighbourhoods, or its streets when those are too many. */
    List<FormField.Option> places(Viewer viewer) {
        List<Division> neighbourhoods = within(DivisionLevel.NEIGHBOURHOOD, viewer);
        return named(neighbourhoods.size() <= NEIGHBOURHOODS ? neighbourhoods : within(DivisionLevel.STREET, viewer));
    }

    /** Where a company of the viewer's can be filed. */
    List<FormField.Option> counties(Viewer viewer) {
        return named(within(DivisionLevel.COUNTY, viewer));
    }

    /** Who may serve from today, wherever it is filed. */
    List<FormField.Option> companies() {
        return companies.list(desk.today(), portal.home(), "", false, "", COMPANIES).stream()
                .map(line -> new FormField.Option(line.code().value(), line.name()))
                .toList();
    }

    private List<Division> within(DivisionLevel level, Viewer viewer) {
        RowScope scope = desk.scope(viewer);
        return divisions.listWithin(portal.home(), level).stream()
                .filter(division -> scope.touches(division.code()))
                .toList();
    }

    private List<FormField.Option> named(List<Division> found) {
        Map<DivisionCode, String> names =
                divisions.fullNames(found.stream().map(Division::code).toList());
        return found.stream()
                .map(division -> new FormField.Option(
                        division.code().value(), names.getOrDefault(division.code(), division.name())))
                .toList();
    }
}

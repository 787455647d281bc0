package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.registry.Companies;
import org.springframework.stereotype.Component;

/** What a form suggests where it asks for a code, by its name: nobody knows codes by heart. Other codes may be typed all the same. */
@Component
class Suggested {

    /** The largest county of Taizhou has 678. More is no list any more: a city is suggested its streets. */
    private static final int NEIGHBOURHOODS = 800;

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

    /**
     * Codes with their names.
     *
     * @param hint text key of how to find the right one
     * @param meaning the name of any code, also one that is not suggested; empty for what is none
     */
    record Codes(List<FormField.Option> options, String hint, UnaryOperator<String> meaning) {}

    /** Where a community of the viewer's can lie: its neighbourhoods, or its streets when those are too many. */
    Codes places(Viewer viewer) {
        List<Division> neighbourhoods = within(DivisionLevel.NEIGHBOURHOOD, viewer);
        return neighbourhoods.size() <= NEIGHBOURHOODS
                ? divisions(neighbourhoods, "registry.suggested")
                : divisions(within(DivisionLevel.STREET, viewer), "registry.suggested.streets");
    }

    /** Where a company of the viewer's can be filed. */
    Codes counties(Viewer viewer) {
        return divisions(within(DivisionLevel.COUNTY, viewer), "registry.suggested");
    }

    /** Who is on the register today and may serve. */
    Codes companies() {
        Map<String, String> names = companies.names(desk.today());
        return new Codes(
                names.entrySet().stream()
                        .map(company -> new FormField.Option(company.getKey(), company.getValue()))
                        .toList(),
                "registry.suggested",
                code -> names.getOrDefault(code, ""));
    }

    private List<Division> within(DivisionLevel level, Viewer viewer) {
        return desk.scope(viewer)
                .within(portal.home())
                .map(reached -> reached.at(level)
                        // A street's own county is above what it governs.
                        .map(above -> divisions.find(above).stream().toList())
                        .orElseGet(() -> divisions.listWithin(reached, level)))
                .orElse(List.of());
    }

    private Codes divisions(List<Division> found, String hint) {
        Map<DivisionCode, String> names =
                divisions.fullNames(found.stream().map(Division::code).toList());
        return new Codes(
                found.stream()
                        .map(division -> new FormField.Option(
                                division.code().value(), names.getOrDefault(division.code(), division.name())))
                        .toList(),
                hint,
                code -> divisions
                        .find(code)
                        .map(division -> divisions.fullName(division.code()))
                        .orElse(""));
    }
}

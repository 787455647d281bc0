package org.linli.registry.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.registry.BuildingDetails;
import org.linli.registry.Fields;
import org.linli.registry.HomeAmendments;
import org.linli.registry.Homes;
import org.linli.registry.OwnerChange;

/** The fields of homes and of their owners. */
final class HomeForms {

    private enum Use {
        RESIDENCE,
        SHOP,
        PARKING,
        OTHER
    }

    private enum AreaSource {
        REGISTER,
        SURVEY,
        CONTRACT
    }

    private enum State {
        DELIVERED,
        SOLD_UNDELIVERED,
        UNSOLD
    }

    private HomeForms() {}

    static Enum<?>[] uses() {
        return Use.values();
    }

    static Enum<?>[] areaSources() {
        return AreaSource.values();
    }

    static Enum<?>[] states() {
        return State.values();
    }

    static Form home(Form form, List<Homes.Building> buildings) {
        return form.options(
                        "building",
                        true,
                        buildings.stream()
                                .map(building ->
                                        new FormField.Option(Integer.toString(building.number()), building.label()))
                                .toList())
                .required("unit")
                .required("room")
                .choice("use", true, "registry.use", Use.values())
                .text("area_dm2")
                .choice("area_source", false, "registry.area-source", AreaSource.values())
                .choice("home_state", true, "registry.home-state", State.values());
    }

    static Homes.NewHome readHome(Fields fields) {
        fields.required("building", 9);
        String unit = fields.required("unit", 10);
        String room = fields.required("room", 20);
        Use use = fields.requiredChoice("use", Use.class);
        Long area = fields.area("area_dm2");
        if (area != null && area == 0) {
            fields.refuse("area_dm2", "intake.NOT_A_NUMBER", "");
        }
        AreaSource source = area == null ? null : fields.requiredChoice("area_source", AreaSource.class);
        State state = fields.requiredChoice("home_state", State.class);
        // What is wrong is gathered in the fields; then the home is not used.
        return new Homes.NewHome(
                fields.number("building"),
                unit,
                room,
                use == null ? "" : use.name(),
                area,
                source == null ? null : source.name(),
                state == null ? "" : state.name());
    }

    static Form building(Form form) {
        return form.required("label")
                .text("floors_above")
                .text("floors_below")
                .text("units")
                .choice("structure", false, "registry.structure", BuildingDetails.Structure.values())
                .date("completed_on")
                .text("gfa_dm2")
                .text("lifts")
                .choice("in_fund", false, "registry.in-fund", BuildingDetails.InFund.values());
    }

    /** What is wrong is gathered in the fields; then the building is not used. */
    static HomeAmendments.BuildingFacts readBuilding(Fields fields) {
        return new HomeAmendments.BuildingFacts(
                fields.required("label", 20),
                fields.count("floors_above"),
                fields.count("units"),
                BuildingDetails.read(fields));
    }

    /** What a home's form asks beyond its place, use, area and state. */
    static Form details(Form form) {
        return form.text("area_evidence").text("estate_code").text("fee_payer").text("fund_account");
    }

    /** A recorded home as its form would show it. */
    static Map<String, String> typed(Homes.NewHome home) {
        Map<String, String> typed = new HashMap<>();
        typed.put("building", Integer.toString(home.building()));
        typed.put("unit", home.unit());
        typed.put("room", home.room());
        typed.put("use", home.use());
        Long area = home.areaDm2();
        if (area != null) {
            typed.put("area_dm2", Fields.hundredths(area));
        }
        String source = home.areaSource();
        if (source != null) {
            typed.put("area_source", source);
        }
        typed.put("home_state", home.state());
        return typed;
    }

    /** @param takesFile whether the document that shows it may be handed in with the form */
    static Form owners(Form form, boolean takesFile) {
        form.choice("cause", true, "registry.cause", OwnerChange.Cause.values())
                .requiredDate("on")
                .required("evidence");
        if (takesFile) {
            form.optionalFile("file");
        }
        form.text("certificate").choice("form", true, "registry.form", OwnerChange.Form.values());
        for (int i = 1; i <= OwnerChange.MOST_OWNERS; i++) {
            String prefix = "owner" + i + ".";
            form.head("registry.owners." + (i == 1 ? "first" : "further"))
                    .text(prefix + "name")
                    .choice(prefix + "kind", false, "registry.owner-kind", OwnerChange.Kind.values())
                    .choice(prefix + "id_kind", false, "registry.id-kind", OwnerChange.IdKind.values())
                    .text(prefix + "id_number")
                    .text(prefix + "phone")
                    .text(prefix + "share");
        }
        return form;
    }
}

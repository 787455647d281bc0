package org.linli.registry.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HomeAmendments;
import org.linli.registry.HomeHistories;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Buildings: changed and corrected. */
@Controller
class BuildingController {

    private static final String CORRECTION = "correction";

    private final Homes homes;
    private final HomeHistories histories;
    private final HomeAmendments amendments;
    private final Desk desk;

    BuildingController(Homes homes, HomeHistories histories, HomeAmendments amendments, Desk desk) {
        this.homes = homes;
        this.histories = histories;
        this.amendments = amendments;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/buildings/{building}/{act:change|correction}")
    ModelAndView ask(@PathVariable long id, @PathVariable int building, @PathVariable String act, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Homes.Building held = building(file, building, viewer);
        Map<String, String> typed = new HashMap<>(Map.of("label", held.label()));
        Integer floors = held.floorsAbove();
        Integer units = held.units();
        if (floors != null) {
            typed.put("floors_above", floors.toString());
        }
        if (units != null) {
            typed.put("units", units.toString());
        }
        amendments
                .buildingDetails(file.id(), building, desk.scope(viewer))
                .ifPresent(details -> typed.putAll(details.typed()));
        return form(file, held, act, CommunityForms.with(typed, "from", desk.today()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/buildings/{building}/{act:change|correction}")
    ModelAndView amend(
            @PathVariable long id,
            @PathVariable int building,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Homes.Building held = building(file, building, viewer);
        Fields fields = new Fields(typed);
        HomeAmendments.BuildingFacts right = HomeForms.readBuilding(fields);
        String reason = fields.required("reason", 200);
        int version = fields.number("version");
        LocalDate from = act.equals(CORRECTION) ? desk.today() : fields.requiredDate("from");
        Outcome outcome = !fields.isSound()
                ? fields.refused()
                : act.equals(CORRECTION)
                        ? amendments.correctBuilding(file.id(), building, version, right, reason, desk.clerk(viewer))
                        : amendments.changeBuilding(
                                file.id(), building, version, right, from, reason, desk.clerk(viewer));
        return form(file, held, act, typed).answer(outcome, back(file, building));
    }

    private Homes.Building building(CommunityFile file, int number, Viewer viewer) {
        return homes.buildings(file.id(), desk.today(), desk.scope(viewer)).stream()
                .filter(building -> building.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private Form form(CommunityFile file, Homes.Building building, String act, Map<String, String> typed) {
        Form form = new Form(
                        "registry.building." + act,
                        file.base().name() + " " + building.label(),
                        Desk.href(file.id()) + "/buildings/" + building.number() + "/" + act,
                        back(file, building.number()),
                        typed)
                .help("registry.home." + act + ".help")
                .submit("registry.home." + act + ".submit")
                .hidden("version", histories.buildingVersion(file.id(), building.number()));
        HomeForms.building(form);
        return (act.equals(CORRECTION) ? form : form.requiredDate("from")).required("reason");
    }

    private static String back(CommunityFile file, int building) {
        return Desk.href(file.id()) + "?tab=homes&building=" + building;
    }
}

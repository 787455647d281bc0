package org.linli.registry.web;

import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HomeHistories;
import org.linli.registry.HomeLine;
import org.linli.registry.HomeWithdrawals;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Takes back a building or a home that was entered by mistake. */
@Controller
class HomeWithdrawalController {

    private final HomeWithdrawals withdrawals;
    private final HomeHistories histories;
    private final Homes homes;
    private final Desk desk;

    HomeWithdrawalController(HomeWithdrawals withdrawals, HomeHistories histories, Homes homes, Desk desk) {
        this.withdrawals = withdrawals;
        this.histories = histories;
        this.homes = homes;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/withdrawal")
    ModelAndView askHome(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        return homeForm(desk.file(id, viewer), home, Map.of(), viewer).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/withdrawal")
    ModelAndView withdrawHome(
            @PathVariable long id, @PathVariable int home, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = homeForm(file, home, typed, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? withdrawals.withdrawHome(file.id(), home, fields.number("version"), reason, desk.clerk(viewer))
                : fields.refused();
        return form.answer(outcome, Desk.href(file.id()) + "?tab=history");
    }

    private Form homeForm(CommunityFile file, int home, Map<String, String> typed, Viewer viewer) {
        HomeLine line =
                homes.find(file.id(), home, desk.today(), desk.scope(viewer)).orElseThrow(NotFound::new);
        int version = histories
                .held(file.id(), home, desk.scope(viewer))
                .map(HomeHistories.Held::version)
                .orElseThrow(NotFound::new);
        String path = Desk.href(file.id()) + "/homes/" + home;
        return form(file, line.building() + " " + line.unit() + "-" + line.room(), path, path, version, typed);
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/buildings/{building}/withdrawal")
    ModelAndView askBuilding(@PathVariable long id, @PathVariable int building, Viewer viewer) {
        return buildingForm(desk.file(id, viewer), building, Map.of(), viewer).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/buildings/{building}/withdrawal")
    ModelAndView withdrawBuilding(
            @PathVariable long id, @PathVariable int building, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Form form = buildingForm(file, building, typed, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? withdrawals.withdrawBuilding(
                        file.id(), building, fields.number("version"), reason, desk.clerk(viewer))
                : fields.refused();
        return form.answer(outcome, Desk.href(file.id()) + "?tab=history");
    }

    private Form buildingForm(CommunityFile file, int building, Map<String, String> typed, Viewer viewer) {
        String label = homes.buildings(file.id(), desk.today(), desk.scope(viewer)).stream()
                .filter(held -> held.number() == building)
                .map(Homes.Building::label)
                .findFirst()
                .orElseThrow(NotFound::new);
        return form(
                file,
                label,
                Desk.href(file.id()) + "/buildings/" + building,
                Desk.href(file.id()) + "?tab=homes&building=" + building,
                histories.buildingVersion(file.id(), building),
                typed);
    }

    private static Form form(
            CommunityFile file, String label, String path, String back, int version, Map<String, String> typed) {
        return new Form("registry.home.withdrawal", file.base().name() + " " + label, path + "/withdrawal", back, typed)
                .help("registry.home.withdrawal.help")
                .submit("registry.home.withdrawal")
                .hidden("version", version)
                .required("reason");
    }
}

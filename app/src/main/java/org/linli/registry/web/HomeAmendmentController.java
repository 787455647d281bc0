package org.linli.registry.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HistoryEntry;
import org.linli.registry.HomeAmendments;
import org.linli.registry.HomeDetails;
import org.linli.registry.HomeFiles;
import org.linli.registry.HomeHistories;
import org.linli.registry.HomeLine;
import org.linli.registry.Homes;
import org.linli.registry.Occupants;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerChange;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One home: its history, and its changes and corrections. */
@Controller
class HomeAmendmentController {

    private static final String CORRECTION = "correction";

    private final Homes homes;
    private final HomeHistories histories;
    private final Occupants occupants;
    private final HomeAmendments amendments;
    private final HomeFiles files;
    private final AccessLog log;
    private final Desk desk;

    HomeAmendmentController(
            Homes homes,
            HomeHistories histories,
            Occupants occupants,
            HomeAmendments amendments,
            HomeFiles files,
            AccessLog log,
            Desk desk) {
        this.homes = homes;
        this.files = files;
        this.log = log;
        this.histories = histories;
        this.occupants = occupants;
        this.amendments = amendments;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}")
    ModelAndView home(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return Views.of(
                "registry/home",
                new HomePage(
                        file.base().name(),
                        path(file, home),
                        Desk.href(file.id()),
                        Desk.href(file.id()) + "?tab=homes&after=" + Math.max(0, home - 1),
                        line(file, home, viewer),
                        details(file, home, viewer).shown(),
                        files.list(file.id(), home, desk.scope(viewer)),
                        occupants.list(file.id(), home, desk.scope(viewer)),
                        history(file, home, viewer)));
    }

    private List<HistoryEntry> history(CommunityFile file, int home, Viewer viewer) {
        List<HistoryEntry> entries = new ArrayList<>(histories.home(file.id(), home, desk.scope(viewer)));
        entries.addAll(occupants.history(file.id(), home, desk.scope(viewer)));
        entries.sort(Comparator.comparing(HistoryEntry::recordedAt).reversed());
        return entries;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/{act:change|correction}")
    ModelAndView ask(@PathVariable long id, @PathVariable int home, @PathVariable String act, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeHistories.Held held = held(file, home, viewer);
        HomeDetails details = details(file, home, viewer);
        if (details.feePayer() != null || details.fundAccount() != null) {
            log.record(viewer, "home.details", "home", file.id() + "/" + home, act + ": payer and account in the form");
        }
        return form(file, home, act, held.version(), typed(file, home, held, viewer), viewer)
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/{act:change|correction}")
    ModelAndView amend(
            @PathVariable long id,
            @PathVariable int home,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeHistories.Held held = held(file, home, viewer);
        Fields fields = new Fields(typed);
        Homes.NewHome right = HomeForms.readHome(fields);
        HomeDetails details = HomeDetails.read(fields);
        String reason = fields.required("reason", 200);
        int version = fields.number("version");
        LocalDate from = act.equals(CORRECTION) ? desk.today() : fields.requiredDate("from");
        Outcome outcome = !fields.isSound()
                ? fields.refused()
                : act.equals(CORRECTION)
                        ? amendments.correctHome(file.id(), home, version, right, details, reason, desk.clerk(viewer))
                        : amendments.changeHome(
                                file.id(), home, version, right, details, from, reason, desk.clerk(viewer));
        return form(file, home, act, held.version(), typed, viewer).answer(outcome, path(file, home));
    }

    private Map<String, String> typed(CommunityFile file, int home, HomeHistories.Held held, Viewer viewer) {
        Map<String, String> typed = new HashMap<>(HomeForms.typed(held.home()));
        typed.putAll(details(file, home, viewer).typed());
        return CommunityForms.with(typed, "from", desk.today());
    }

    private HomeDetails details(CommunityFile file, int home, Viewer viewer) {
        return amendments.homeDetails(file.id(), home, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private Form form(CommunityFile file, int home, String act, int version, Map<String, String> typed, Viewer viewer) {
        HomeLine line = line(file, home, viewer);
        Form form = new Form(
                        "registry.home." + act,
                        subject(file, line),
                        path(file, home) + "/" + act,
                        path(file, home),
                        typed)
                .help("registry.home." + act + ".help")
                .submit("registry.home." + act + ".submit")
                .hidden("version", version);
        HomeForms.details(HomeForms.home(form, homes.buildings(file.id(), desk.today(), desk.scope(viewer))));
        return (act.equals(CORRECTION) ? form : form.requiredDate("from")).required("reason");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/owners/correction")
    ModelAndView askOwners(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeLine line = owned(file, home, viewer);
        LocalDate since = line.since();
        return ownerForm(file, line, since == null ? Map.of() : Map.of("on", since.toString(), "form", line.form()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/owners/correction")
    ModelAndView correctOwners(
            @PathVariable long id, @PathVariable int home, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeLine line = owned(file, home, viewer);
        Fields fields = new Fields(typed);
        OwnerChange right = OwnerChange.read(fields, desk.today());
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? amendments.correctOwnership(
                        file.id(), home, fields.number("version"), right, reason, desk.clerk(viewer))
                : fields.refused();
        return ownerForm(file, line, typed).answer(outcome, path(file, home));
    }

    private static Form ownerForm(CommunityFile file, HomeLine line, Map<String, String> typed) {
        return HomeForms.owners(
                new Form(
                                "registry.owners.correction",
                                subject(file, line),
                                path(file, line.homeNo()) + "/owners/correction",
                                path(file, line.homeNo()),
                                typed)
                        .help("registry.owners.correction.help")
                        .submit("registry.owners.correction.submit")
                        .hidden("version", line.version())
                        .required("reason"),
                false);
    }

    private HomeLine line(CommunityFile file, int home, Viewer viewer) {
        return homes.find(file.id(), home, desk.today(), desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private HomeLine owned(CommunityFile file, int home, Viewer viewer) {
        HomeLine line = line(file, home, viewer);
        if (line.owners().isEmpty()) {
            throw new NotFound();
        }
        return line;
    }

    private HomeHistories.Held held(CommunityFile file, int home, Viewer viewer) {
        return histories.held(file.id(), home, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String subject(CommunityFile file, HomeLine line) {
        return file.base().name() + " " + line.building() + " " + line.unit() + "-" + line.room();
    }

    private static String path(CommunityFile file, int home) {
        return Desk.href(file.id()) + "/homes/" + home;
    }
}

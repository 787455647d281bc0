package org.linli.registry.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Clerk;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.HomeAmendments;
import org.linli.registry.HomeDetails;
import org.linli.registry.HomeFiles;
import org.linli.registry.HomeLine;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerChange;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Homes: added, passed to other owners by one guided act, and an owner's plain data shown for a reason. */
@Controller
class HomesController {

    private final Homes homes;
    private final HomeFiles files;
    private final Desk desk;

    HomesController(Homes homes, HomeFiles files, Desk desk) {
        this.homes = homes;
        this.files = files;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/{home}/owners")
    ModelAndView askOwners(@PathVariable long id, @PathVariable int home, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        HomeLine line = home(file, home, viewer);
        return ownerForm(file, line, CommunityForms.with(Map.of("form", "SOLE"), "on", desk.today()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/{home}/owners")
    ModelAndView changeOwners(
            @PathVariable long id,
            @PathVariable int home,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile evidence,
            Viewer viewer)
            throws IOException {
        CommunityFile file = desk.file(id, viewer);
        HomeLine line = home(file, home, viewer);
        Fields fields = new Fields(typed);
        OwnerChange change = OwnerChange.read(fields, desk.today());
        Outcome outcome = fields.isSound()
                ? changeOwners(file.id(), home, fields.number("version"), change, evidence, desk.clerk(viewer))
                : fields.refused();
        return ownerForm(file, line, typed).answer(outcome, back(file.id(), home));
    }

    /** A certificate may be issued only after the act: then the document follows. */
    private Outcome changeOwners(
            CommunityId id, int home, int version, OwnerChange change, @Nullable MultipartFile evidence, Clerk clerk)
            throws IOException {
        if (evidence == null || evidence.isEmpty()) {
            return homes.changeOwners(id, home, version, change, clerk);
        }
        try (InputStream content = evidence.getInputStream()) {
            return files.changeOwners(id, home, version, change, content, clerk);
        }
    }

    private HomeLine home(CommunityFile file, int home, Viewer viewer) {
        return homes.find(file.id(), home, desk.today(), desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static Form ownerForm(CommunityFile file, HomeLine home, Map<String, String> typed) {
        Form form = new Form(
                        "registry.owners.title",
                        file.base().name() + " " + home.building() + " " + home.unit() + "-" + home.room(),
                        Desk.href(file.id()) + "/homes/" + home.homeNo() + "/owners",
                        back(file.id(), home.homeNo()),
                        typed)
                .help("registry.owners.help")
                .submit("registry.owners.submit")
                .hidden("version", home.version());
        return HomeForms.owners(form, true);
    }

    private static String back(CommunityId id, int home) {
        return Desk.href(id) + "/homes/" + home;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/reveal")
    ModelAndView askReveal(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        return revealForm(fileOfOwner(id, owner, viewer), owner, Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/owners/{owner}/reveal")
    ModelAndView reveal(
            @PathVariable long id, @PathVariable int owner, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = fileOfOwner(id, owner, viewer);
        Fields fields = new Fields(typed);
        String reason = fields.required("reason", 200);
        if (!fields.isSound()) {
            return revealForm(file, owner, typed).answer(fields.refused(), "");
        }
        return homes.disclose(file.id(), owner, reason, desk.clerk(viewer))
                .map(disclosed -> Views.of(
                        "registry/reveal",
                        RevealPage.ofOwner(file.base().name(), Desk.href(file.id()) + "?tab=homes", disclosed)))
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if nobody of this number owns here */
    private CommunityFile fileOfOwner(long id, int owner, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        if (!homes.hasOwner(file.id(), owner, desk.scope(viewer))) {
            throw new NotFound();
        }
        return file;
    }

    private static Form revealForm(CommunityFile file, int owner, Map<String, String> typed) {
        return new Form(
                        "registry.reveal.title",
                        file.base().name(),
                        Desk.href(file.id()) + "/owners/" + owner + "/reveal",
                        Desk.href(file.id()) + "?tab=homes",
                        typed)
                .help("registry.reveal.help")
                .submit("registry.reveal.submit")
                .required("reason");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/buildings/new")
    ModelAndView askBuilding(@PathVariable long id, Viewer viewer) {
        return buildingForm(desk.file(id, viewer), Map.of("from", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/buildings/new")
    ModelAndView addBuilding(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        HomeAmendments.BuildingFacts building = HomeForms.readBuilding(fields);
        LocalDate from = fields.requiredDate("from");
        return buildingForm(file, typed)
                .answer(
                        fields.isSound()
                                ? homes.addBuilding(file.id(), building, from, desk.clerk(viewer))
                                : fields.refused(),
                        Desk.href(file.id()) + "?tab=homes");
    }

    private static Form buildingForm(CommunityFile file, Map<String, String> typed) {
        return HomeForms.building(new Form(
                        "registry.building.new",
                        file.base().name(),
                        Desk.href(file.id()) + "/buildings/new",
                        Desk.href(file.id()) + "?tab=homes",
                        typed))
                .requiredDate("from");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/homes/new")
    ModelAndView askHome(@PathVariable long id, Viewer viewer) {
        return homeForm(desk.file(id, viewer), Map.of("from", desk.today().toString()), viewer)
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/homes/new")
    ModelAndView addHome(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        Homes.NewHome home = HomeForms.readHome(fields);
        HomeDetails details = HomeDetails.read(fields);
        LocalDate from = fields.requiredDate("from");
        return homeForm(file, typed, viewer)
                .answer(
                        fields.isSound()
                                ? homes.addHome(file.id(), home, details, from, desk.clerk(viewer))
                                : fields.refused(),
                        Desk.href(file.id()) + "?tab=homes");
    }

    private Form homeForm(CommunityFile file, Map<String, String> typed, Viewer viewer) {
        Form form = new Form(
                "registry.home.new",
                file.base().name(),
                Desk.href(file.id()) + "/homes/new",
                Desk.href(file.id()) + "?tab=homes",
                typed);
        return HomeForms.details(HomeForms.home(form, homes.buildings(file.id(), desk.today(), desk.scope(viewer))))
                .requiredDate("from");
    }
}

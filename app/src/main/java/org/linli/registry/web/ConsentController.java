package org.linli.registry.web;

import java.time.LocalDate;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.Homes;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerConsents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an owner agreed to and withdrew; the owner is named by number alone. */
@Controller
class ConsentController {

    private final OwnerConsents consents;
    private final Homes homes;
    private final Desk desk;

    ConsentController(OwnerConsents consents, Homes homes, Desk desk) {
        this.consents = consents;
        this.homes = homes;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/consents")
    ModelAndView list(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        CommunityFile file = file(id, owner, viewer);
        return Views.of(
                "registry/consents",
                new ConsentsPage(
                        file.base().name(),
                        path(file, owner),
                        Desk.href(file.id()) + "?tab=homes",
                        consents.list(file.id(), owner, desk.scope(viewer))));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/consents/new")
    ModelAndView ask(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        return form(
                        file(id, owner, viewer),
                        owner,
                        Map.of("given_on", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/owners/{owner}/consents/new")
    ModelAndView give(
            @PathVariable long id, @PathVariable int owner, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = file(id, owner, viewer);
        Fields fields = new Fields(typed);
        OwnerConsents.Purpose purpose = fields.requiredChoice("purpose", OwnerConsents.Purpose.class);
        OwnerConsents.How how = fields.requiredChoice("consent_how", OwnerConsents.How.class);
        String note = fields.text("note", 200);
        LocalDate on = fields.requiredDate("given_on");
        Outcome outcome = fields.isSound()
                ? consents.give(file.id(), owner, purpose, how, note, on, desk.clerk(viewer))
                : fields.refused();
        return form(file, owner, typed).answer(outcome, path(file, owner));
    }

    private static Form form(CommunityFile file, int owner, Map<String, String> typed) {
        return new Form(
                        "registry.consent.new",
                        file.base().name(),
                        path(file, owner) + "/new",
                        path(file, owner),
                        typed)
                .help("registry.consent.help")
                .choice("purpose", true, "registry.consent-purpose", OwnerConsents.Purpose.values())
                .choice("consent_how", true, "registry.consent-how", OwnerConsents.How.values())
                .requiredDate("given_on")
                .text("note");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/consents/{consent}/withdrawal")
    ModelAndView askWithdrawal(
            @PathVariable long id, @PathVariable int owner, @PathVariable int consent, Viewer viewer) {
        CommunityFile file = file(id, owner, viewer);
        return withdrawalForm(
                        file,
                        owner,
                        consent(file, owner, consent, viewer),
                        Map.of("withdrawn_on", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/owners/{owner}/consents/{consent}/withdrawal")
    ModelAndView withdraw(
            @PathVariable long id,
            @PathVariable int owner,
            @PathVariable int consent,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = file(id, owner, viewer);
        int number = consent(file, owner, consent, viewer);
        Fields fields = new Fields(typed);
        OwnerConsents.How how = fields.requiredChoice("consent_how", OwnerConsents.How.class);
        LocalDate on = fields.requiredDate("withdrawn_on");
        Outcome outcome = fields.isSound()
                ? consents.withdraw(file.id(), owner, number, how, on, desk.clerk(viewer))
                : fields.refused();
        return withdrawalForm(file, owner, number, typed).answer(outcome, path(file, owner));
    }

    private static Form withdrawalForm(CommunityFile file, int owner, int consent, Map<String, String> typed) {
        String path = path(file, owner);
        return new Form(
                        "registry.consent.withdrawal",
                        file.base().name(),
                        path + "/" + consent + "/withdrawal",
                        path,
                        typed)
                .help("registry.consent.withdrawal.help")
                .choice("consent_how", true, "registry.consent-how", OwnerConsents.How.values())
                .requiredDate("withdrawn_on");
    }

    private int consent(CommunityFile file, int owner, int number, Viewer viewer) {
        return consents.list(file.id(), owner, desk.scope(viewer)).stream()
                .map(OwnerConsents.Consent::number)
                .filter(found -> found == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if nobody of this number owns here */
    private CommunityFile file(long id, int owner, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        if (!homes.hasOwner(file.id(), owner, desk.scope(viewer))) {
            throw new NotFound();
        }
        return file;
    }

    private static String path(CommunityFile file, int owner) {
        return Desk.href(file.id()) + "/owners/" + owner + "/consents";
    }
}

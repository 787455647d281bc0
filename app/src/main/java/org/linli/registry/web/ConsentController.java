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
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerConsents;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What an owner agreed to and withdrew; the owner is named by number in addresses, and masked on pages. */
@Controller
class ConsentController {

    private final OwnerConsents consents;
    private final OwnerAmendments owners;
    private final Desk desk;

    ConsentController(OwnerConsents consents, OwnerAmendments owners, Desk desk) {
        this.consents = consents;
        this.owners = owners;
        this.desk = desk;
    }

    /** Whose consents they are. @param name masked */
    private record Subject(CommunityFile file, int owner, String name) {

        String path() {
            return Desk.href(file.id()) + "/owners/" + owner + "/consents";
        }

        String title() {
            return file.base().name() + " " + name;
        }
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/consents")
    ModelAndView list(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        Subject subject = subject(id, owner, viewer);
        return Views.of(
                "registry/consents",
                new ConsentsPage(
                        subject.title(),
                        subject.path(),
                        Desk.href(subject.file.id()) + "/owners/" + owner,
                        consents.list(subject.file.id(), owner, desk.scope(viewer))));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/consents/new")
    ModelAndView ask(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        return form(subject(id, owner, viewer), Map.of("given_on", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/owners/{owner}/consents/new")
    ModelAndView give(
            @PathVariable long id, @PathVariable int owner, @RequestParam Map<String, String> typed, Viewer viewer) {
        Subject subject = subject(id, owner, viewer);
        Fields fields = new Fields(typed);
        OwnerConsents.Purpose purpose = fields.requiredChoice("purpose", OwnerConsents.Purpose.class);
        OwnerConsents.How how = fields.requiredChoice("consent_how", OwnerConsents.How.class);
        String note = fields.text("note", 200);
        LocalDate on = fields.requiredDate("given_on");
        Outcome outcome = fields.isSound()
                ? consents.give(subject.file.id(), owner, purpose, how, note, on, desk.clerk(viewer))
                : fields.refused();
        return form(subject, typed).answer(outcome, subject.path());
    }

    private static Form form(Subject subject, Map<String, String> typed) {
        return new Form("registry.consent.new", subject.title(), subject.path() + "/new", subject.path(), typed)
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
        Subject subject = subject(id, owner, viewer);
        return withdrawalForm(
                        subject,
                        consent(subject, consent, viewer),
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
        Subject subject = subject(id, owner, viewer);
        int number = consent(subject, consent, viewer);
        Fields fields = new Fields(typed);
        OwnerConsents.How how = fields.requiredChoice("consent_how", OwnerConsents.How.class);
        LocalDate on = fields.requiredDate("withdrawn_on");
        Outcome outcome = fields.isSound()
                ? consents.withdraw(subject.file.id(), owner, number, how, on, desk.clerk(viewer))
                : fields.refused();
        return withdrawalForm(subject, number, typed).answer(outcome, subject.path());
    }

    private static Form withdrawalForm(Subject subject, int consent, Map<String, String> typed) {
        return new Form(
                        "registry.consent.withdrawal",
                        subject.title(),
                        subject.path() + "/" + consent + "/withdrawal",
                        subject.path(),
                        typed)
                .help("registry.consent.withdrawal.help")
                .choice("consent_how", true, "registry.consent-how", OwnerConsents.How.values())
                .requiredDate("withdrawn_on");
    }

    private int consent(Subject subject, int number, Viewer viewer) {
        return consents.list(subject.file.id(), subject.owner, desk.scope(viewer)).stream()
                .map(OwnerConsents.Consent::number)
                .filter(found -> found == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** @throws NotFound if nobody of this number owns here */
    private Subject subject(long id, int owner, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return owners.name(file.id(), owner, desk.scope(viewer))
                .map(name -> new Subject(file, owner, name))
                .orElseThrow(NotFound::new);
    }
}

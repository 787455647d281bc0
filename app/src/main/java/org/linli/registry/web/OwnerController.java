package org.linli.registry.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerChange;
import org.linli.registry.OwnerData;
import org.linli.registry.OwnerFile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One owner's own data: masked, with 变更, 更正 and what was ever recorded. */
@Controller
class OwnerController {

    private static final String CORRECTION = "correction";
    private static final String PAIR_KNOWN = "pair_known";

    private final OwnerAmendments owners;
    private final Desk desk;

    OwnerController(OwnerAmendments owners, Desk desk) {
        this.owners = owners;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}")
    ModelAndView owner(@PathVariable long id, @PathVariable int owner, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return Views.of(
                "registry/owner", new OwnerPage(file.base().name(), Desk.href(file.id()), find(file, owner, viewer)));
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/owners/{owner}/{act:change|correction}")
    ModelAndView ask(@PathVariable long id, @PathVariable int owner, @PathVariable String act, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        return form(
                        file,
                        find(file, owner, viewer),
                        act,
                        Map.of("on", desk.today().toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/owners/{owner}/{act:change|correction}")
    ModelAndView amend(
            @PathVariable long id,
            @PathVariable int owner,
            @PathVariable String act,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        OwnerFile held = find(file, owner, viewer);
        Fields fields = new Fields(typed);
        OwnerData data = OwnerData.read(fields, held.kind(), desk.today());
        int version = fields.number("version");
        LocalDate on = act.equals(CORRECTION) ? desk.today() : fields.requiredDate("on");
        Outcome outcome = !fields.isSound()
                ? fields.refused()
                : act.equals(CORRECTION)
                        ? owners.correct(file.id(), owner, version, data, desk.clerk(viewer))
                        : owners.change(file.id(), owner, version, data, on, desk.clerk(viewer));
        Form form = form(file, held, act, typed);
        if (asksForPair(outcome) || typed.containsKey(PAIR_KNOWN)) {
            form.check(PAIR_KNOWN, "registry.owner.pair-known");
        }
        return form.answer(outcome, path(file, owner));
    }

    private static boolean asksForPair(Outcome outcome) {
        return outcome instanceof Outcome.Refused(List<FieldError> errors)
                && errors.stream().anyMatch(error -> error.key().equals(OwnerAmendments.PAIR));
    }

    private static Form form(CommunityFile file, OwnerFile held, String act, Map<String, String> typed) {
        Form form = new Form(
                        "registry.owner." + act,
                        file.base().name() + " " + held.name(),
                        path(file, held.number()) + "/" + act,
                        path(file, held.number()),
                        typed)
                .help("registry.owner." + act + ".help")
                .submit("registry.owner." + act + ".submit")
                .hidden("version", held.version())
                .text("owner_name")
                .choice("id_kind", false, "registry.id-kind", OwnerChange.IdKind.values())
                .text("id_number")
                .text("phone")
                .check("phone_gone", "registry.owner.phone-gone")
                .text("evidence");
        return (act.equals(CORRECTION) ? form : form.requiredDate("on")).required("reason");
    }

    private OwnerFile find(CommunityFile file, int owner, Viewer viewer) {
        return owners.find(file.id(), owner, desk.scope(viewer)).orElseThrow(NotFound::new);
    }

    private static String path(CommunityFile file, int owner) {
        return Desk.href(file.id()) + "/owners/" + owner;
    }
}

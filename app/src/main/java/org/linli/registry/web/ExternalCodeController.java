package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.CommunityFile.ExternalCode;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The numbers of a community in other systems: given, and taken away again where they were wrong. */
@Controller
class ExternalCodeController {

    private final Communities communities;
    private final Desk desk;

    ExternalCodeController(Communities communities, Desk desk) {
        this.communities = communities;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/codes")
    ModelAndView askCode(@PathVariable long id, Viewer viewer) {
        return codeForm(desk.file(id, viewer), Map.of()).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/codes")
    ModelAndView addCode(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        ExternalCode code = new ExternalCode(fields.required("system", 40), fields.required("code", 60));
        return codeForm(file, typed)
                .answer(
                        fields.isSound()
                                ? communities.addExternalCode(file.id(), code, desk.clerk(viewer))
                                : fields.refused(),
                        Desk.href(file.id()));
    }

    private static Form codeForm(CommunityFile file, Map<String, String> typed) {
        String path = Desk.href(file.id());
        return new Form("registry.codes.title", file.base().name(), path + "/codes", path, typed)
                .help("registry.codes.help")
                .required("system")
                .required("code");
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/codes/removal")
    ModelAndView askRemoval(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        return removalForm(desk.file(id, viewer), typed).view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/codes/removal")
    ModelAndView remove(@PathVariable long id, @RequestParam Map<String, String> typed, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Fields fields = new Fields(typed);
        String chosen = fields.required("external_code", 110);
        Optional<ExternalCode> code = file.externalCodes().stream()
                .filter(one -> text(one).equals(chosen))
                .findFirst();
        if (code.isEmpty() && !chosen.isEmpty()) {
            fields.refuse("external_code", "external-code-gone");
        }
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? communities.removeExternalCode(file.id(), code.orElseThrow(), reason, desk.clerk(viewer))
                : fields.refused();
        return removalForm(file, typed).answer(outcome, Desk.href(file.id()));
    }

    private static Form removalForm(CommunityFile file, Map<String, String> typed) {
        String path = Desk.href(file.id());
        List<FormField.Option> options = file.externalCodes().stream()
                .map(code -> new FormField.Option(text(code), text(code)))
                .toList();
        return new Form("registry.codes.remove", file.base().name(), path + "/codes/removal", path, typed)
                .help("registry.codes.remove.help")
                .submit("registry.codes.remove.submit")
                .options("external_code", true, options)
                .required("reason");
    }

    private static String text(ExternalCode code) {
        return code.system() + " " + code.code();
    }
}

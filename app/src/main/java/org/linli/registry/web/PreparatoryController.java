package org.linli.registry.web;

import java.time.LocalDate;
import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.registry.CommunityFile;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;
import org.linli.registry.PreparatorySteps;
import org.linli.registry.PreparatorySteps.Line;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The days on which a preparatory group did what the law asks of it. */
@Controller
class PreparatoryController {

    private final PreparatorySteps steps;
    private final Desk desk;

    PreparatoryController(PreparatorySteps steps, Desk desk) {
        this.steps = steps;
        this.desk = desk;
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/communities/{id}/committees/{number}/steps/{step}")
    ModelAndView ask(@PathVariable long id, @PathVariable int number, @PathVariable String step, Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Line line = line(file, number, step, viewer);
        LocalDate done = line.doneOn();
        return form(file, line, Map.of("done_on", (done == null ? desk.today() : done).toString()))
                .view();
    }

    @Scoped(
            value = "community",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/communities/{id}/committees/{number}/steps/{step}")
    ModelAndView record(
            @PathVariable long id,
            @PathVariable int number,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            Viewer viewer) {
        CommunityFile file = desk.file(id, viewer);
        Line line = line(file, number, step, viewer);
        Fields fields = new Fields(typed);
        LocalDate on = fields.requiredDate("done_on");
        String reason = fields.required("reason", 200);
        Outcome outcome = fields.isSound()
                ? steps.record(file.id(), number, line.step(), on, reason, desk.clerk(viewer))
                : fields.refused();
        return form(file, line, typed).answer(outcome, back(file));
    }

    /** @throws NotFound if there is no such group or step */
    private Line line(CommunityFile file, int number, String step, Viewer viewer) {
        return steps.list(file.id(), desk.scope(viewer)).stream()
                .filter(line -> line.group() == number && line.step().name().equals(step))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static Form form(CommunityFile file, Line line, Map<String, String> typed) {
        return new Form(
                        "registry.preparatory." + line.step(),
                        file.base().name(),
                        Desk.href(file.id()) + "/committees/" + line.group() + "/steps/" + line.step(),
                        back(file),
                        typed)
                .help("registry.preparatory.help." + line.step())
                .requiredDate("done_on")
                .required("reason");
    }

    private static String back(CommunityFile file) {
        return Desk.href(file.id()) + "?tab=committees";
    }
}

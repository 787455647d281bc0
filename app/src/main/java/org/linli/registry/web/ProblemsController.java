package org.linli.registry.web;

import java.util.Map;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.linli.registry.Problems;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What in the registry waits to be put right, by rule. */
@Controller
class ProblemsController {

    private static final int PAGE = 100;

    private final Problems problems;
    private final Desk desk;

    ProblemsController(Problems problems, Desk desk) {
        this.problems = problems;
        this.desk = desk;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/problems")
    ModelAndView problems(
            @RequestParam(defaultValue = "") String rule, @RequestParam(defaultValue = "0") int skip, Viewer viewer) {
        RowScope scope = desk.scope(viewer);
        Map<Problems.Rule, Integer> counts = problems.counts(desk.today(), scope);
        Problems.Rule chosen = chosen(rule, counts);
        int from = Math.max(0, skip);
        return Views.of(
                "registry/problems",
                new ProblemsPage(
                        counts,
                        chosen,
                        problems.list(chosen, desk.today(), from, PAGE, scope),
                        from + PAGE < counts.getOrDefault(chosen, 0) ? from + PAGE : 0));
    }

    /** The rule asked for, or the first one that finds something. */
    private static Problems.Rule chosen(String asked, Map<Problems.Rule, Integer> counts) {
        for (Problems.Rule rule : Problems.Rule.values()) {
            if (rule.name().equals(asked)) {
                return rule;
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Problems.Rule.MISSING_FIELDS);
    }
}

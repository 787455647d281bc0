package org.linli.decisions.web;

import java.util.Map;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.Views;
import org.linli.rules.decisions.DecisionClass;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Anybody asks whether figures would pass; nothing is stored. */
@Controller
class WouldItPassController {

    @PublicPage
    @GetMapping("/decisions/would-it-pass")
    ModelAndView wouldItPass(
            @RequestParam(name = "class", defaultValue = "ORDINARY") DecisionClass decisionClass,
            @RequestParam Map<String, String> typed) {
        return Views.of("decisions/would-it-pass", TallyForm.answer(decisionClass, typed));
    }
}

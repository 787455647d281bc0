package org.linli.decisions.bundles.web;

import java.util.regex.Pattern;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.Views;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Anybody checks a bundle in the own browser; the file goes nowhere. */
@Controller
class CheckController {

    private static final Pattern BUNDLE = Pattern.compile("/api/v1/votes/\\d+-\\d+/bundle");

    private final Records records;

    CheckController(Records records) {
        this.records = records;
    }

    /** @param bundle path of a bundle of this installation to begin with; anything else is as good as none */
    @PublicPage
    @GetMapping("/check")
    ModelAndView check(@RequestParam(defaultValue = "") String bundle) {
        String known = BUNDLE.matcher(bundle).matches() ? bundle : "";
        return Views.of("decisions/bundles/check", new CheckPage(known, records.sealFingerprint()));
    }
}

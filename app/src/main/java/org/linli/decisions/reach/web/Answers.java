package org.linli.decisions.reach.web;

import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** A page, or the page again with what was typed after a refusal. */
final class Answers {

    private Answers() {}

    static ModelAndView page(String template, Object page, Refusal refusal) {
        ModelAndView view = Views.of("decisions/reach/" + template, page);
        if (refusal.isAny()) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}

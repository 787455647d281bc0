package org.linli.registry.imports.web;

import jakarta.servlet.http.HttpServletRequest;
import org.linli.platform.web.Frames;
import org.linli.platform.web.Views;
import org.linli.registry.imports.ImportRefused;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** What the import desk refuses is said in words with a way back, and nothing typed there is lost on the server. */
@ControllerAdvice(basePackageClasses = Refusals.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusals {

    private final Frames frames;

    Refusals(Frames frames) {
        this.frames = frames;
    }

    @ExceptionHandler(ImportRefused.class)
    ModelAndView refused(ImportRefused refused, HttpServletRequest request) {
        String[] path = request.getServletPath().split("/", -1);
        ImportPage.Said said = new ImportPage.Said(
                refused.code(),
                refused.args().stream()
                        .map(arg -> Words.arg(arg, frames.texts(request)))
                        .toList());
        ModelAndView view = Views.of(
                "imports/refused", new RefusedPage(said, path.length > 2 ? "/imports/" + path[2] : "/imports"));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

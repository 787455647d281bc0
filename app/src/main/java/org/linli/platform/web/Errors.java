package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.PublicPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** One place where faults become pages. A fault gets an incident id; its details go to the log, never to the reader. */
@Controller
@ControllerAdvice
class Errors implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final ApiProblems problems;

    Errors(ApiProblems problems) {
        this.problems = problems;
    }

    /** A forged id has the wrong shape, a foreign one the wrong scope: both look like an unknown one. */
    @ExceptionHandler({NotFound.class, NoResourceFoundException.class, MethodArgumentTypeMismatchException.class})
    Object notFound(HttpServletRequest request, HttpServletResponse response) {
        // A static file that is missing now may be there after the next upgrade.
        response.setHeader("Cache-Control", "no-store");
        return answer(request, HttpStatus.NOT_FOUND, "not-found", "");
    }

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    Object tooLarge(HttpServletRequest request) {
        return answer(request, HttpStatus.CONTENT_TOO_LARGE, "too-large", "");
    }

    @PublicPage
    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        @Nullable Object code = request.getAttribute("jakarta.servlet.error.status_code");
        HttpStatus status = code instanceof Integer number && HttpStatus.resolve(number) instanceof HttpStatus known
                ? known
                : HttpStatus.NOT_FOUND;
        return switch (status) {
            case NOT_FOUND -> notFound(request, response);
            case FORBIDDEN -> answer(request, status, "forbidden", "");
            case UNAUTHORIZED -> answer(request, status, "unauthorized", "");
            case CONTENT_TOO_LARGE -> tooLarge(request);
            default -> status.is5xxServerError() ? fault(request) : answer(request, status, "bad-request", "");
        };
    }

    private Object fault(HttpServletRequest request) {
        byte[] id = new byte[4];
        RANDOM.nextBytes(id);
        String incident = HexFormat.of().withUpperCase().formatHex(id);
        LOG.error("incident {}", incident, (Throwable) request.getAttribute("jakarta.servlet.error.exception"));
        return answer(request, HttpStatus.INTERNAL_SERVER_ERROR, "fault", incident);
    }

    /** A problem for machines, a page for everybody else. */
    private Object answer(HttpServletRequest request, HttpStatus status, String code, String incident) {
        return ApiProblems.isApi(request)
                ? problems.answer(request, status, code, incident)
                : page(status, "error." + code, incident);
    }

    private static ModelAndView page(HttpStatus status, String key, String incident) {
        ModelAndView view = Views.of("layout/error", new ErrorPage(status.value(), key, incident));
        view.setStatus(status);
        return view;
    }
}

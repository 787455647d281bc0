package org.linli.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.ScopeGate;
import org.linli.platform.scope.Scoped;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes every write of a signed-in person that was not refused: which act on which id, under which hat. */
@Component
class WriteLog implements HandlerInterceptor, WebMvcConfigurer {

    private static final int REFUSED = 400;

    private final AccessLog log;
    private final ScopeGate gate;

    WriteLog(AccessLog log, ScopeGate gate) {
        this.log = log;
        this.gate = gate;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (request.getMethod().equals("GET")
                || fault != null
                || response.getStatus() >= REFUSED
                || !(handler instanceof HandlerMethod method)) {
            return;
        }
        @Nullable Scoped scoped = method.getMethodAnnotation(Scoped.class);
        if (scoped != null && !method.hasMethodAnnotation(RecordedElsewhere.class)) {
            gate.viewer(request)
                    .ifPresent(viewer ->
                            log.record(viewer, verb(method), scoped.value(), objectId(request), pattern(request)));
        }
    }

    /** The handler's name in the log's alphabet: {@code setTarget} becomes {@code set-target}. */
    private static String verb(HandlerMethod method) {
        return method.getMethod()
                .getName()
                .replaceAll("([A-Z])", "-$1")
                .replaceAll("[^A-Za-z-]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** The values of the path's variables: ids and codes, never what was typed. */
    private static String objectId(HttpServletRequest request) {
        return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                ? String.join(
                        "/",
                        variables.values().stream()
                                .map(String::valueOf)
                                .sorted()
                                .toList())
                : "";
    }
}

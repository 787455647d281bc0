package org.linli.platform.scope;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.web.NotFound;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Denies by default: a handler answers only by its mark, and a scoped one only to a role that knows the page. */
@Component
public class ScopeGate implements HandlerInterceptor {

    static final String VIEWER = ScopeGate.class.getName() + ".viewer";

    private final ViewerSource viewers;

    ScopeGate(ViewerSource viewers) {
        this.viewers = viewers;
    }

    /** The viewer of this request, resolved once. */
    public Optional<Viewer> viewer(HttpServletRequest request) {
        @Nullable Object known = request.getAttribute(VIEWER);
        if (known instanceof Optional<?> found) {
            return found.map(Viewer.class::cast);
        }
        Optional<Viewer> viewer = viewers.viewer(request);
        request.setAttribute(VIEWER, viewer);
        return viewer;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || method.getBeanType().getPackageName().startsWith("org.springframework.boot")
                || method.getBeanType().getPackageName().startsWith("org.springdoc")) {
            return true; // static files, the error page, the description of the API
        }
        if (hasNul(request)) {
            response.sendError(HttpStatus.BAD_REQUEST.value());
            return false;
        }
        if (method.hasMethodAnnotation(PublicPage.class)) {
            return true;
        }
        @Nullable Scoped scoped = method.getMethodAnnotation(Scoped.class);
        if (scoped == null) {
            throw new NotFound();
        }
        Optional<Viewer> viewer = viewer(request);
        if (viewer.isEmpty()) {
            refuseStranger(request, response);
            return false;
        }
        if (!knows(viewer.get().role(), scoped)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
            return false;
        }
        return true;
    }

    /** No person types the character NUL, and PostgreSQL stores it in no text. */
    private static boolean hasNul(HttpServletRequest request) {
        return request.getParameterMap().values().stream()
                .flatMap(java.util.Arrays::stream)
                .anyMatch(value -> value.indexOf('\0') >= 0);
    }

    private static boolean knows(Role role, Scoped scoped) {
        return scoped.roles().length == 0
                ? !role.isAdministrator() || scoped.value().equals("self")
                : List.of(scoped.roles()).contains(role);
    }

    private static void refuseStranger(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        @Nullable String query = request.getQueryString();
        String wanted = request.getMethod().equals("GET")
                ? request.getServletPath() + (query == null ? "" : "?" + query)
                : "/desk";
        response.sendRedirect(
                request.getContextPath() + "/sign-in?next=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
    }
}

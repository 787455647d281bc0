package org.linli.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.BusinessTime;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Takes the business time once, before anything else is done with a request: what arrives before a deadline is in time. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ReceivedAt extends OncePerRequestFilter {

    private static final String ATTRIBUTE = ReceivedAt.class.getName();

    private final BusinessTime time;

    ReceivedAt(BusinessTime time) {
        this.time = time;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(ATTRIBUTE, time.now());
        chain.doFilter(request, response);
    }

    /** When the server received this request. */
    public static Instant of(HttpServletRequest request) {
        @Nullable Object received = request.getAttribute(ATTRIBUTE);
        if (received instanceof Instant instant) {
            return instant;
        }
        throw new IllegalStateException("a request that did not pass the filter");
    }
}

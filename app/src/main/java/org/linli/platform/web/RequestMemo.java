package org.linli.platform.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What was asked once in a request and holds for the rest of it: a page with a dozen figures asks for the same thing dozens of times.
 * Outside of a request, as in a job, everything is asked each time.
 */
public final class RequestMemo {

    private static final String PREFIX = RequestMemo.class.getName() + ".";

    private RequestMemo() {}

    /** The answer given before in this request, or the one given now. @param name of the question, with what it is about */
    @SuppressWarnings("unchecked")
    public static <T> T of(String name, Supplier<T> question) {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return question.get();
        }
        @Nullable Object known = request.getAttribute(PREFIX + name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = question.get();
            request.setAttribute(PREFIX + name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return (T) known;
    }

    /** The next one who asks gets a new answer: called by whoever changes what the answer was about. */
    public static void forget(String name) {
        @Nullable RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request != null) {
            request.removeAttribute(PREFIX + name, RequestAttributes.SCOPE_REQUEST);
        }
    }
}

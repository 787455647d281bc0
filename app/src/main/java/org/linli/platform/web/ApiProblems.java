package org.linli.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * What the API answers when it cannot answer: problem details of RFC 9457 with a stable {@code code} and words in the reader's
 * language.
 *
 * <p>The texts are {@code problem.<code>.title} and {@code problem.<code>.detail}.
 */
@Component
public class ApiProblems {

    private static final List<Locale> LANGUAGES = List.of(TextsConfiguration.CHINESE, Locale.CHINESE, Locale.ENGLISH);

    private final MessageSource messages;
    private final LocaleResolver locales;

    ApiProblems(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /** Whether the request is one of a machine, which wants no page. */
    static boolean isApi(HttpServletRequest request) {
        @Nullable Object original = request.getAttribute("jakarta.servlet.error.request_uri");
        String uri = original == null ? request.getRequestURI() : original.toString();
        return uri.startsWith(request.getContextPath() + "/api/");
    }

    /** The texts of a machine's reader: by {@code Accept-Language} when it names Chinese or English, by the cookie otherwise. */
    public Texts texts(HttpServletRequest request) {
        @Nullable String asked = request.getHeader("Accept-Language");
        @Nullable Locale chosen = asked == null || asked.isBlank() ? null : lookup(asked);
        return new Texts(messages, chosen == null ? locales.resolveLocale(request) : chosen);
    }

    private static @Nullable Locale lookup(String asked) {
        try {
            @Nullable Locale found = Locale.lookup(Locale.LanguageRange.parse(asked), LANGUAGES);
            return found != null && found.getLanguage().equals("zh") ? TextsConfiguration.CHINESE : found;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** @param code stable name of what is wrong, such as {@code unknown-division} @param arguments of its detail */
    public ResponseEntity<ProblemDetail> answer(
            HttpServletRequest request, HttpStatus status, String code, @Nullable Object... arguments) {
        Texts texts = texts(request);
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, texts.t("problem." + code + ".detail", arguments));
        problem.setType(URI.create("urn:linli:problem:" + code));
        problem.setTitle(texts.t("problem." + code + ".title"));
        problem.setProperty("code", code);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Content-Language", texts.isChinese() ? "zh-CN" : "en")
                .body(problem);
    }
}

package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Browsers keep for a year what can never change, and ask again for everything else. */
@LinliTest
class AssetCachingTests {

    private static final Pattern STYLE = Pattern.compile("\"(/assets/linli-[0-9a-f]{32}\\.css)\"");

    @LocalServerPort
    int port;

    @Test
    void aFileNamedByItsContentIsKeptForAYear() {
        try (Visitor http = new Visitor(port)) {
            Matcher style = STYLE.matcher(http.get("/").body());
            assertThat(style.find()).isTrue();

            HttpResponse<String> answer = http.get(style.group(1));

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control"))
                    .contains("max-age=31536000")
                    .contains("immutable");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/linli.css", "/favicon.ico", "/robots.txt"})
    void anyOtherIsKeptShortlyAndHasATag(String path) {
        try (Visitor http = new Visitor(port)) {
            HttpResponse<String> answer = http.get(path);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(header(answer, "Cache-Control")).contains("max-age=600").doesNotContain("immutable");
            assertThat(header(answer, "ETag")).startsWith("W/\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/assets/none.css", "/assets/linli-00000000000000000000000000000000.css"})
    void whatIsMissingIsNotRememberedAsMissing(String path) {
        try (Visitor http = new Visitor(port)) {
            HttpResponse<String> answer = http.get(path);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(header(answer, "Cache-Control")).contains("no-store");
        }
    }

    @Test
    void robotsMayReadThePortalAndNothingElse() {
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/robots.txt").body().lines())
                    .contains("User-agent: *", "Allow: /", "Disallow: /desk", "Disallow: /my", "Disallow: /api/");
        }
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}

package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Anybody, without signing in: the city, a figure down to its rows, a community, its company. */
@LinliTest
class AnybodyLooksAtTheCityIT {

    @LocalServerPort
    int port;

    /** Other tests register communities; the page says what the figure says. */
    private String coverageToday() {
        try (Visitor machine = new Visitor(port)) {
            return machine.json("/api/v1/figures/professional-coverage?division=3310")
                    .get("percent")
                    .asString();
        }
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, zh", "390, en", "1280, en"})
    void opensEveryNumberToItsRows(int width, String language) {
        boolean chinese = language.equals("zh");
        try (Pages pages = new Pages(port, width, language)) {
            if (chinese == (width == 1280)) {
                pages.withoutAxe(); // it sees each width and each language in the two other rounds
            }
            String suffix = "-" + width + "-" + language;
            pages.open("/").assertText(coverageToday()).picture("home" + suffix);
            pages.open("/figures?asOf=2023-11-02")
                    .assertText("1,043 / 1,215")
                    .assertText(chinese ? "大物业片区" : "Consolidated zone")
                    .picture("overview" + suffix);
            pages.open("/figures/professional-coverage?asOf=2023-11-02&since=2023-01-01&part=joined")
                    .assertText(chinese ? "明细 199 条" : "Rows: 199")
                    .picture("figure" + suffix);
            pages.open("/figures/service-states?division=331002&asOf=2023-11-02");
            pages.open("/figures/companies-registered?asOf=2023-11-02").assertText("420");
            pages.open("/communities?text=baiyun").assertText("白云");
            pages.page().locator(".plain-list a").first().click();
            pages.check("community").picture("community" + suffix);
            String community = java.net.URI.create(pages.page().url()).getPath();
            pages.open(community + "/poster").picture("poster" + suffix);
            pages.open("/sign-in").check("sign-in").picture("sign-in" + suffix);
        }
    }

    /** On the network, with all that it loads on a first visit. Source: design 9, screen 1. */
    @Test
    void theHomePageWeighsLessThanAHundredKilobytes() {
        try (Pages pages = new Pages(port, 390, "zh")) {
            pages.withoutAxe();
            pages.open("/");

            Object bytes = pages.page().evaluate("""
                    () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                        .reduce((sum, loaded) => sum + loaded.transferSize, 0)
                    """);

            assertThat(((Number) bytes).longValue()).isBetween(5_000L, 100_000L);
        }
    }

    @ParameterizedTest(name = "large type at {0} px")
    @CsvSource({"320", "390"})
    void fitsASmallPhoneWithLargeType(int width) {
        try (Pages pages = new Pages(port, width, "zh")) {
            pages.page().navigate("http://localhost:" + port + "/large-type?on=true");
            pages.open("/")
                    .open("/figures")
                    .open("/communities")
                    .open("/communities/1")
                    .open("/communities/1/poster");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"zh, zh-CN", "en, en"})
    void theKeyboardSeesWhereItIsAndSkipsToTheContent(String language, String lang) {
        try (Pages pages = new Pages(port, 1280, language)) {
            pages.open("/communities");
            var page = pages.page();
            assertThat(page.getAttribute("html", "lang")).isEqualTo(lang);
            assertThat(page.title())
                    .endsWith(language.equals("zh") ? "邻里 · 台州市智慧物业" : "Linli · Taizhou property governance");

            page.keyboard().press("Tab");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("skip-link");
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");

            assertThat(page.evaluate("() => document.querySelector('main').contains(document.activeElement)"))
                    .isEqualTo(true);
            assertThat(page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle"))
                    .isEqualTo("solid");
        }
    }
}

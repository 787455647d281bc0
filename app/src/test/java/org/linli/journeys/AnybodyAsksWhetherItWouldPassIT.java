package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.testing.LinliTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Anybody types figures and sees whether they would pass, why, and what is missing. */
@LinliTest
class AnybodyAsksWhetherItWouldPassIT {

    private static final String PAGE = "/decisions/would-it-pass";

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void seesTheOutcomeAndWhatIsMissing(int width, String language) {
        boolean chinese = language.equals("zh");
        try (Pages pages = new Pages(port, width, language)) {
            pages.open("/").page().locator(".foot a[href$='would-it-pass']").click();
            pages.check("empty form");
            fill(pages, "24000", "300", "16000", "200", "8000.01", "101");
            pages.check("passed")
                    .assertText(chinese ? "通过" : "Passed")
                    .assertText("8,000.01 m² / 16,000.00 m²")
                    .assertText(chinese ? "刚好达到最低要求 8,000.01 m²" : "just met, 8,000.01 m² is the least")
                    .picture("would-it-pass-" + width + "-" + language);

            fill(pages, "24000", "300", "16000", "200", "8000.00", "101");
            pages.check("rejected")
                    .assertText(chinese ? "未获通过（不产生相反决定）" : "Not passed (the opposite is not decided)")
                    .assertText(chinese ? "还差 0.01 m²" : "0.01 m² missing");

            fill(pages, "24000", "300", "16000", "199", "16000", "199");
            pages.check("no valid decision")
                    .assertText(chinese ? "未形成有效决定" : "No valid decision")
                    .assertText(chinese ? "还差 1" : "1 missing")
                    .picture("would-it-pass-none-" + width + "-" + language);

            fill(pages, "24000", "300", "16000", "200", "很多", "201");
            pages.check("wrong")
                    .assertText(chinese ? "不是数字" : "Not a number")
                    .picture("would-it-pass-wrong-" + width + "-" + language);
            assertThat(pages.page().locator("#agreedArea").inputValue()).isEqualTo("很多");
            assertThat(pages.page().locator("#totalArea").inputValue()).isEqualTo("24000");
            pages.open(
                            PAGE
                                    + "?class=SPECIAL&totalArea=1&totalHeads=1&votedArea=0&votedHeads=0&agreedArea=0&agreedHeads=0")
                    .assertText(chinese ? "未形成有效决定" : "No valid decision");
        }
    }

    private static void fill(Pages pages, String... values) {
        String[] fields = {"totalArea", "totalHeads", "votedArea", "votedHeads", "agreedArea", "agreedHeads"};
        for (int i = 0; i < fields.length; i++) {
            pages.page().locator("#" + fields[i]).fill(values[i]);
        }
        pages.page().locator("main button[type=submit]").click();
    }
}

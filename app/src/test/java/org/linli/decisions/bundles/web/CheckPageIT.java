package org.linli.decisions.bundles.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.testing.Browser;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The second verifier, in a real browser under the real policy of contents. The bundles are made by CheckBundles of the ledger. */
@LinliTest
class CheckPageIT {

    private static final Path BUNDLES = Path.of("src/test/resources/bundles");

    @LocalServerPort
    int port;

    @Test
    void saysThatAnUntouchedBundleHolds() {
        try (BrowserContext context = Browser.context(320, "zh-CN")) {
            Page page = open(context);
            List<String> sent = new ArrayList<>();
            page.onRequest(request -> {
                if (!request.method().equals("GET")) {
                    sent.add(request.method() + " " + request.url());
                }
            });

            check(page, "good.zip");

            assertThat(page.textContent("#check-status")).isEqualTo("全部核验通过");
            assertThat(page.locator("#check-result li[data-holds=true]").count())
                    .isEqualTo(7);
            assertThat(page.textContent("#check-result"))
                    .contains("白云苑 · 2023 年业主大会", "CIVIL_CODE 278", "名册 1：30 人，专有部分面积 3171.47 m²", "30 / 30 ✓ 达到")
                    .contains("选定：甲 · 乙 · 丙")
                    .contains("不是本平台的签名公钥");
            assertThat(page.textContent("p code")).as("the key to compare with").matches("[0-9a-f]{64}");
            assertThat(sent).as("nothing is uploaded").isEmpty();
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("fits a narrow phone")
                    .isTrue();
        }
    }

    @Test
    void namesATotalThatWasAltered() {
        try (BrowserContext context = Browser.context(1280, "en-GB")) {
            Page page = openInEnglish(context);

            check(page, "altered-total.zip");

            assertThat(page.locator("#check-result li[data-fault=OPENING_SUM]")
                            .first()
                            .textContent())
                    .contains("decision/1/column/1", "The figures are not the sum of the counted ballots.");
            assertThat(page.locator("#check-result li[data-topic=COUNT]")
                            .first()
                            .getAttribute("data-holds"))
                    .isEqualTo("false");
            assertThat(page.locator("#check-result li[data-topic=BALLOTS]")
                            .first()
                            .getAttribute("data-holds"))
                    .isEqualTo("true");
        }
    }

    @Test
    void namesAProofThatWasAltered() {
        try (BrowserContext context = Browser.context(1280, "en-GB")) {
            Page page = openInEnglish(context);

            check(page, "altered-proof.zip");

            assertThat(page.locator("#check-result li[data-fault]").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("SUM_PROOF", "leaf/3/decision/3");
        }
    }

    @Test
    void comparesTheKeyWithTheFingerprintThatSomebodyKnows() {
        try (BrowserContext context = Browser.context(360, "en-GB")) {
            Page page = openInEnglish(context);
            page.click("summary:has-text('fingerprint')");
            page.fill("#check-key", "0".repeat(64));

            check(page, "good.zip");

            assertThat(page.locator("#check-result li[data-fault]").allTextContents())
                    .singleElement()
                    .asString()
                    .contains("KEY_DIFFERS", "heads", "The public key is not the one that was expected.");
        }
    }

    @Test
    void saysWhereABundleOfTheOtherSuiteIsChecked() {
        try (BrowserContext context = Browser.context(360, "en-GB")) {
            Page page = openInEnglish(context);

            check(page, "suite-2.zip");

            assertThat(page.getAttribute("#check-result", "data-holds")).isEqualTo("none");
            assertThat(page.textContent("#check-status")).contains("of suite 2", "./linli verify");
        }
    }

    /** Made by the application, fetched from it, under the key that it publishes. */
    @Test
    void saysThatABundleOfThisInstallationHolds() {
        String vote = new Visitor(port)
                .json("/api/v1/decisions?division=3310&asOf=2023-11-02")
                .get("decisions")
                .get(0)
                .get("vote")
                .get("id")
                .asString();
        try (BrowserContext context = Browser.context(360, "zh-CN")) {
            Page page = context.newPage();
            page.navigate(address() + "?bundle=/api/v1/votes/" + vote + "/bundle");
            page.waitForSelector("#check-result[data-holds]", new Page.WaitForSelectorOptions().setTimeout(240_000));

            assertThat(page.textContent("#check-status")).isEqualTo("全部核验通过");
            assertThat(page.textContent("#check-result")).contains("与本平台公布的签名公钥一致");
        }
    }

    @Test
    void refusesWhatIsNoBundle() {
        try (BrowserContext context = Browser.context(360, "en-GB")) {
            Page page = openInEnglish(context);

            page.setInputFiles("#check-bundle", BUNDLES.resolve("README.md"));
            page.waitForSelector(
                    "#check-result[data-holds=none]",
                    new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));

            assertThat(page.textContent("#check-status")).contains("This is no sound .zip file.");
        }
    }

    @Test
    void fetchesFromThisInstallationOnly() {
        try (BrowserContext context = Browser.context(360, "en-GB")) {
            Page page = context.newPage();
            inEnglish(page);
            page.navigate(address() + "?bundle=https://elsewhere.example/api/v1/votes/1-1/bundle");
            assertThat(page.getAttribute("#check", "data-bundle")).isEmpty();

            page.navigate(address() + "?bundle=/api/v1/votes/999999999-1/bundle");
            page.waitForCondition(() -> page.textContent("#check-status").startsWith("The bundle cannot be fetched"));
        }
    }

    /** By the reader's own choice, as everywhere. */
    private void inEnglish(Page page) {
        page.navigate(address().replace("/check", "/language?to=en"));
    }

    private Page openInEnglish(BrowserContext context) {
        Page page = context.newPage();
        inEnglish(page);
        return at(page);
    }

    private Page open(BrowserContext context) {
        return at(context.newPage());
    }

    private Page at(Page page) {
        page.navigate(address());
        page.waitForSelector("#check-bundle");
        return page;
    }

    private static void check(Page page, String bundle) {
        page.setInputFiles("#check-bundle", BUNDLES.resolve(bundle));
        page.waitForSelector(
                "#check-result[data-holds]",
                new Page.WaitForSelectorOptions()
                        .setState(WaitForSelectorState.ATTACHED)
                        .setTimeout(120_000));
    }

    private String address() {
        return "http://localhost:" + port + "/check";
    }
}

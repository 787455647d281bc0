package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.linli.testing.Browser;
import org.linli.testing.StaffMember;

/** One tab of a real browser that looks at every page it opens as a strict visitor would. */
final class Pages implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private static final String AXE = "() => {" + AxeBuilder.getAxeScript() + "}";

    /**
     * What axe finds grave. Nobody reads what passed, and to tell it takes most of the time; rules that find nothing but what is
     * moderate or minor are left out. Our pages have no frames.
     */
    private static final String GRAVE = """
            async () => {
                const grave = ['serious', 'critical'];
                const others = axe._audit.rules.filter(rule => rule.impact && !grave.includes(rule.impact));
                const { violations } = await axe.run(document, {
                    iframes: false,
                    resultTypes: ['violations'],
                    rules: Object.fromEntries(others.map(rule => [rule.id, { enabled: false }]))
                });
                return violations.filter(found => grave.includes(found.impact))
                    .map(found => `${found.id} ${found.nodes[0].target} ${found.nodes[0].failureSummary}`);
            }
            """;

    private static final Pattern TOKEN = Pattern.compile("(name=\"_csrf\" value=\")[^\"]+");

    /** Pages that axe found in order, with the width they were seen at: the same again needs no second look. */
    private static final Set<String> IN_ORDER = ConcurrentHashMap.newKeySet();

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();
    private boolean axe = true;

    Pages(int port, int widthPx, String language) {
        this.origin = "http://localhost:" + port;
        this.context = Browser.context(widthPx, "zh-CN");
        this.page = context.newPage();
        page.onConsoleMessage(this::note);
        if (language.equals("en")) {
            page.navigate(origin + "/language?to=en");
        }
    }

    private void note(ConsoleMessage message) {
        // A form that comes back refused is no fault of the page.
        if (message.type().equals("error") && !message.text().contains("status of 422")) {
            complaints.add(message.text());
        }
    }

    Page page() {
        return page;
    }

    /** Leaves axe out, where a journey has it look at the same pages with other widths and words. */
    Pages withoutAxe() {
        axe = false;
        return this;
    }

    /** Opens a path and checks status, width, console and accessibility. */
    Pages open(String path) {
        assertThat(page.navigate(origin + path).status()).as(path).isLessThan(400);
        return check(path);
    }

    /** Checks the page that is open now. */
    Pages check(String name) {
        Object width =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) width).intValue())
                .as(name + " scrolls sideways by")
                .isZero();
        assertThat(complaints).as(name + ": console").isEmpty();
        if (!axe) {
            return this;
        }
        String seen = page.viewportSize().width + TOKEN.matcher(page.content()).replaceAll("$1");
        if (!IN_ORDER.contains(seen)) {
            assertAccessible(name);
            IN_ORDER.add(seen);
        }
        return this;
    }

    private void assertAccessible(String name) {
        page.evaluate(AXE);
        assertThat(page.evaluate(GRAVE)).as(name + ": accessibility").isEqualTo(List.of());
    }

    /** Signs staff in with password and authenticator, and opens the desk or what that person has instead. */
    Pages signIn(StaffMember staff) {
        open("/sign-in?way=staff");
        page.fill("input[name=username]", staff.username());
        page.fill("input[name=password]", staff.password());
        page.click("form:has(input[name=password]) button[type=submit]");
        page.fill("input[name=code]", staff.code());
        page.click("form:has(input[name=code]) button[type=submit]");
        return check("after sign-in");
    }

    /** Headings of tables, labels and buttons that the page's language does not reach; names are in none of them. */
    Pages assertTranslated() {
        Object foreign = page.evaluate("""
                () => document.documentElement.lang.startsWith('zh') ? [] :
                    [...document.querySelectorAll('main th[scope=col], main thead th, main label, main legend, main button, main summary')]
                        .map(e => e.textContent.trim()).filter(t => t !== '中文').filter(t => /\\p{Script=Han}/u.test(t))
                """);
        assertThat(foreign).as(page.url() + ": not translated").isEqualTo(List.of());
        return this;
    }

    /** No Chinese words on an English page, apart from proper names of places, people and communities in tables. */
    Pages assertNoText(String text) {
        assertThat(page.locator("body").innerText()).doesNotContain(text);
        return this;
    }

    Pages assertText(String text) {
        assertThat(page.locator("body").innerText()).contains(text);
        return this;
    }

    /** Keeps a picture for the people who look at them, and for the README. */
    Pages picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return this;
    }

    @Override
    public void close() {
        context.close();
    }
}

package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.linli.testing.Browser;
import org.linli.testing.StaffMember;

/** One tab of a real browser that looks at every page it opens as a strict visitor would. */
final class Pages implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Nobody reads what passed, and to tell it takes most of the time. */
    private static final AxeRunOptions VIOLATIONS = violations();

    private final BrowserContext context;
    private final Page page;
    private final String origin;
    private final List<String> complaints = new ArrayList<>();

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

    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    Page page() {
        return page;
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
        assertThat(new AxeBuilder(page)
                                .setLegacyMode(true) // our pages have no frames, for which axe would open a page more
                                .options(VIOLATIONS)
                                .analyze()
                                .getViolations()
                                .stream()
                                .filter(violation -> GRAVE.contains(violation.getImpact()))
                                .map(violation -> violation.getId() + " "
                                        + violation.getNodes().getFirst().getTarget() + " "
                                        + violation.getNodes().getFirst().getFailureSummary()))
                .as(name + ": accessibility")
                .isEmpty();
        return this;
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

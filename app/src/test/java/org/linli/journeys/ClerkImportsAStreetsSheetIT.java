package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A city clerk signs in, imports the sheet that a street really sends, watches the figure follow, and takes it back. */
@LinliTest
class ClerkImportsAStreetsSheetIT {

    private static final Path SHEET = Path.of("src/test/resources/registry/street-return-sample.xlsx");
    private static final int DATA_ROWS = 60;
    private static final int MOST_STEPS = 120;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"1280, zh", "390, en"})
    void importsCorrectsAcceptsAndUndoes(int width, String language) {
        long before = communities();
        try (Pages pages = new Pages(port, width, language)) {
            signIn(pages);
            pages.check("desk").picture("desk-" + width + "-" + language);
            pages.open("/imports");
            Page page = pages.page();
            page.setInputFiles("input[type=file]", SHEET);
            page.click("form:has(input[type=file]) button[type=submit]");
            pages.check("columns");
            page.click("form[action$='/mapping'] button[type=submit]");
            String address = awaitChecked(page);
            pages.check("problems").picture("import-" + width + "-" + language);

            answerEverything(page, address);
            pages.check("ready to accept");
            page.click("form[action$='/acceptance'] button[type=submit]");
            page.waitForSelector("form[action$='/undo']", new Page.WaitForSelectorOptions().setTimeout(60_000));
            pages.open(address).picture("receipt-" + width + "-" + language);

            // One row has a wrong credit code and was left out; all others are communities now.
            assertThat(communities()).isEqualTo(before + DATA_ROWS - 1);

            page.click("form[action$='/undo'] button[type=submit]");
            page.waitForLoadState();
            assertThat(communities()).isEqualTo(before);
        }
    }

    private long communities() {
        try (Visitor visitor = new Visitor(port)) {
            return visitor.json("/api/v1/figures/communities?division=3310")
                    .get("numerator")
                    .asLong();
        }
    }

    private void signIn(Pages pages) {
        pages.signIn(new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310"))))
                .open("/desk");
    }

    /** Waits until the job has checked the sheet, as somebody who opens the page again. */
    private static String awaitChecked(Page page) {
        page.waitForSelector(
                "form[action$='/guesses'], form[action$='/fixes'], form[action$='/acceptance']",
                new Page.WaitForSelectorOptions().setTimeout(60_000));
        return java.net.URI.create(page.url()).getPath();
    }

    /** Takes suggestions where there are some, confirms guesses, says that companies differ, leaves the wrong code out. */
    private static void answerEverything(Page page, String address) {
        for (int step = 0; step < MOST_STEPS; step++) {
            if (page.locator("form[action$='/acceptance'] button[type=submit]:not([disabled])")
                            .count()
                    > 0) {
                return;
            }
            Locator next = next(page);
            assertThat(next.count())
                    .as("something left to answer on " + address)
                    .isPositive();
            next.first().click();
            awaitChecked(page);
        }
        throw new AssertionError("the import still asks after " + MOST_STEPS + " answers");
    }

    private static Locator next(Page page) {
        for (String choice : new String[] {
            "form:has(input[name=suggested]) button[type=submit]",
            "form[action$='/guesses']:has(button[name=choice]):not(:has(button.btn-primary)) button[name=choice]",
            "form[action$='/guesses']:not(:has(button[name=choice])) button[type=submit]",
            "form[action$='/fixes']:has(input[name=value][value]:not([value=''])) button[type=submit]"
        }) {
            Locator found = page.locator(choice);
            if (found.count() > 0) {
                return found;
            }
        }
        Locator leftOut = page.locator("form[action$='/fixes']:has(input[name=column][value='#exclude'])");
        if (leftOut.count() > 0) {
            leftOut.first().locator("input[name=value]").fill("信用代码待核对");
        }
        return leftOut.locator("button[type=submit]");
    }
}

package org.linli.journeys;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff open every page of theirs, at the desk and on the phone, in both languages. */
@LinliTest
class StaffWalkTheirPagesIT {

    private static final List<String> LISTS = List.of(
            "/desk",
            "/registry/communities",
            "/registry/communities/new",
            "/registry/companies",
            "/registry/companies/new",
            "/registry/grid?division=331002002",
            "/registry/problems",
            "/registry/engagements",
            "/registry/committees",
            "/registry/specialists",
            "/registry/owner-search",
            "/registry/suggestions",
            "/desk/stand-in",
            "/imports",
            "/claims",
            "/claim-links",
            "/claim-letters",
            "/divisions",
            "/desk/votes",
            "/account");
    private static final List<String> TABS = List.of("file", "homes", "engagements", "committees", "history");
    private static final List<String> ACTS = List.of(
            "/change",
            "/correction",
            "/verification",
            "/codes",
            "/engagements/new",
            "/buildings/new",
            "/homes/new",
            "/homes/grid",
            "/homes/search",
            "/end",
            "/committees/new",
            "/specialists/new");

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void theStreetWalksTheRegistry(int width, String language) {
        try (Pages pages = new Pages(port, width, language)) {
            pages.signIn(staff(Role.STREET, "331002002"));
            LISTS.forEach(path -> pages.open(path).assertTranslated());
            String file = first(pages.open("/registry/communities"), "/registry/communities/\\d+");
            TABS.forEach(tab -> pages.open(file + "?tab=" + tab).assertTranslated());
            ACTS.forEach(act -> pages.open(file + act).assertTranslated());
            pages.open(file).picture("community-file-" + width + "-" + language);
            String home = first(pages.open(file + "?tab=homes"), file + "/homes/\\d+");
            pages.open(home).assertTranslated();
            pages.open(home + "/occupants/new").assertTranslated();
            pages.open(file + "/owners/1").assertTranslated();
            pages.open(file + "/owners/1/correction").assertTranslated();
            pages.open(file + "/owners/1/consents").assertTranslated();
            pages.open(file.replace("/registry/", "/desk/") + "/meetings").assertTranslated();
            pages.open(first(pages.open("/registry/companies"), "/registry/companies/[0-9A-Z]+"))
                    .assertTranslated();
        }
    }

    @ParameterizedTest(name = "{0}, {1} px, {2}")
    @CsvSource({
        "SYSTEM_ADMIN, /system, 1280, en",
        "SECURITY_ADMIN, /accounts, 390, zh",
        "SECURITY_ADMIN, /accounts, 1280, en",
        "AUDITOR, /audit, 1280, en"
    })
    void administratorsSeeWhatIsTheirs(Role role, String path, int width, String language) {
        try (Pages pages = new Pages(port, width, language)) {
            pages.signIn(new StaffMember(people, time, role, new Scope.OfPlatform()))
                    .open(path)
                    .assertTranslated()
                    .picture(role + "-" + width + "-" + language);
        }
    }

    private StaffMember staff(Role role, String division) {
        return new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode(division)));
    }

    /** The first link of the page to such a path. */
    private static String first(Pages pages, String path) {
        Page page = pages.page();
        return page.locator("main a[href]").all().stream()
                .map(link -> URI.create(page.url())
                        .resolve(link.getAttribute("href"))
                        .getPath())
                .filter(found -> found.matches(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no link to " + path + " on " + page.url()));
    }
}

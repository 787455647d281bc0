package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.registry.claims.ClaimGround;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner proves a home on the phone: by certificate, by a letter the community printed, and by papers two workers check. */
@LinliTest
class OwnerProvesHomeIT {

    @LocalServerPort
    int port;

    @Autowired
    ClaimGround ground;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    Outbox outbox;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "390, en"})
    void byCertificateByLetterAndByPapers(int width, String language) throws Exception {
        CommunityId community = ground.community();
        try (Pages owner = new Pages(port, width, language);
                Pages worker = new Pages(port, width, language);
                Pages second = new Pages(port, width, language)) {
            boolean chinese = language.equals("zh");
            signInByPhone(owner);
            owner.open("/my").picture("my-before-" + language);
            owner.assertText(chinese ? "证明这是您的家" : "Prove that this is your home");
            owner.open("/my/claim?community=" + community).picture("claim-ways-" + language);

            aWrongNumberIsRefusedAndForgotten(community, language);

            fill(owner, "/my/claim?community=" + community + "&way=B", "101");
            owner.page().fill("#name", "王建国");
            owner.page().fill("#id_number", ClaimGround.WANG);
            owner.page().fill("#certificate", ClaimGround.CERTIFICATE);
            submit(owner);
            owner.check("my home").assertText("1幢 2-101").assertText("李**").picture("my-after-" + language);

            staff(worker, Role.COMMUNITY_WORKER);
            worker.open("/claim-letters/" + community);
            submit(worker);
            String letters = worker.page()
                    .locator(".letter", new Page.LocatorOptions().setHasText("102"))
                    .innerText();
            worker.picture("letters-" + language);
            Matcher code = Pattern.compile("[2-9A-Z]{4}-[2-9A-Z]{4}").matcher(letters);
            assertThat(code.find()).isTrue();
            fill(owner, "/my/claim?community=" + community + "&way=D", "102");
            owner.page().fill("#code", code.group());
            owner.page().fill("#id_number", ClaimGround.ZHAO);
            submit(owner);
            owner.check("two homes").assertText("1幢 2-102");

            byPapers(community, language, worker, second);
        }
    }

    /** In a tab of its own, because the browser itself complains about the answer's status. */
    private void aWrongNumberIsRefusedAndForgotten(CommunityId community, String language) {
        try (Pages mistaken = new Pages(port, 390, language)) {
            signInByPhone(mistaken);
            fill(mistaken, "/my/claim?community=" + community + "&way=B", "101");
            mistaken.page().fill("#name", "王建国");
            mistaken.page().fill("#id_number", ClaimGround.LI);
            mistaken.page().fill("#certificate", ClaimGround.CERTIFICATE);
            submit(mistaken);
            assertThat(mistaken.page().locator("[role=alert]").innerText()).contains("CLM-001");
            assertThat(mistaken.page().locator("#name").inputValue()).isEqualTo("王建国");
            assertThat(mistaken.page().locator("#id_number").inputValue()).isEmpty();
            mistaken.picture("claim-refused-" + language);
        }
    }

    private void byPapers(CommunityId community, String language, Pages worker, Pages second) throws Exception {
        try (Pages wife = new Pages(port, 390, language)) {
            signInByPhone(wife);
            fill(wife, "/my/claim?community=" + community + "&way=C", "101");
            wife.page().fill("#name", "李秀英");
            Path paper = Files.writeString(folder.resolve("paper.pdf"), "%PDF-1.4 test");
            wife.page().setInputFiles("#file", paper);
            submit(wife);
            wife.check("handed in").picture("my-pending-" + language);

            worker.open("/claims");
            worker.page()
                    .locator("td a", new Page.LocatorOptions().setHasText("李**"))
                    .first()
                    .click();
            worker.check("claim").picture("claim-file-" + language);
            String claim = java.net.URI.create(worker.page().url()).getPath();
            worker.page().locator("form[action$='/seen'] button").click();
            worker.page().locator("form[action$='/confirmation'] button").click();
            assertThat(worker.page().locator("[role=alert]").innerText()).contains("CLM-007");

            staff(second, Role.STREET);
            second.open(claim);
            second.page().locator("form[action$='/confirmation'] button").click();
            second.check("confirmed");
            wife.open("/my").assertText("1幢 2-101");
        }
    }

    private static void fill(Pages pages, String path, String room) {
        pages.open(path);
        pages.page().selectOption("#building", "1幢");
        pages.page().fill("#unit", "2");
        pages.page().fill("#room", room);
    }

    private static void submit(Pages pages) {
        pages.page()
                .locator("#content form button.btn-primary[type=submit]")
                .first()
                .click();
        pages.page().waitForLoadState();
    }

    private void signInByPhone(Pages pages) {
        String phone = ClaimGround.phone();
        pages.open("/sign-in");
        Page page = pages.page();
        page.fill("input[name=phone]", phone);
        page.locator("form:has(input[name=phone]) button[type=submit]").click();
        page.fill("input[name=code]", SentCodes.latest(outbox, "+86" + phone));
        page.locator("form:has(input[name=code]) button[type=submit]").click();
    }

    private void staff(Pages pages, Role role) {
        StaffMember member = new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode("331002002")));
        Page page = pages.page();
        pages.open("/sign-in?way=staff");
        page.fill("input[name=username]", member.username());
        page.fill("input[name=password]", member.password());
        page.click("form:has(input[name=password]) button[type=submit]");
        page.fill("input[name=code]", member.code());
        page.click("form:has(input[name=code]) button[type=submit]");
    }
}

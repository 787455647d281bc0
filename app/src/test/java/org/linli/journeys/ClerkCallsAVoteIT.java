package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A street clerk calls a vote from a template, is refused, loses nothing, hands it in; anybody reads the notices. */
@LinliTest
class ClerkCallsAVoteIT {

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    VoteFixtures fixtures;

    @BeforeEach
    void itIsFebruary() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(LocalDate.of(2024, 2, 19));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void callsAVoteAndLosesNothing(int width, String language) {
        Homestead homestead = Homestead.of(context, 2);
        try (Pages pages = new Pages(port, width, language)) {
            signIn(pages);
            pages.open("/desk/votes/new?community=" + homestead.id());
            pages.open("/desk/votes/new?template=FEE&community=" + homestead.id());
            Page page = pages.page();
            page.fill("input[name=paper_address]", "物业用房一楼");
            page.click("form[action$='/desk/votes/new'] button[type=submit]");
            pages.check("parking not said");
            assertThat(page.inputValue("input[name=paper_address]")).isEqualTo("物业用房一楼");
            page.check("input[name=parking][value=OUT]");
            page.click("form[action$='/desk/votes/new'] button[type=submit]");
            pages.check("draft").picture("draft-" + width + "-" + language);
            String desk = java.net.URI.create(page.url()).getPath().replace("/draft", "");
            pages.open(desk + "/draft/decisions/1").open(desk + "/draft/decisions/1/annexes/new");
            pages.open(desk + "/draft/decisions/new");
            page.fill("input[name=wording]", "请同意");
            page.selectOption("select[name=matter]", "HOUSE_TO_BUSINESS");
            page.click("form[action$='/decisions/new'] button[type=submit]");
            pages.check("refused");
            assertThat(page.inputValue("input[name=wording]")).isEqualTo("请同意");

            overtake(pages, desk);
            pages.open(desk).picture("vote-desk-" + width + "-" + language);
            page.click("form[action$='/submission'] button[type=submit]");
            pages.check("handed in");
            VoteId id = VoteId.parse(desk.substring(desk.lastIndexOf('/') + 1)).orElseThrow();
            assertThat(fixtures.get(id).state()).isEqualTo(VoteState.REVIEW);
            pages.open("/desk/votes?division=331002002").picture("calendar-" + width + "-" + language);
            pages.open("/desk/votes?view=month&month=2024-03&text=").open("/desk/votes?overdue=yes");
        }
    }

    /** Somebody else saves while the clerk types. */
    private void overtake(Pages pages, String desk) {
        Page page = pages.open(desk + "/draft").page();
        page.fill("textarea[name=body]", "我写的正文");
        // Left open until the context is closed: Chromium may never answer to closing a page that is just moving on.
        Page other = page.context().newPage();
        other.navigate(page.url());
        other.waitForResponse(
                answer -> answer.request().method().equals("POST"),
                () -> other.click("form[action$='/draft'] button[type=submit]"));
        page.click("form[action$='/draft'] button[type=submit]");
        pages.check("overtaken");
        assertThat(page.inputValue("textarea[name=body]").strip()).isEqualTo("我写的正文");
        page.click("form[action$='/draft'] button[type=submit]");
        assertThat(page.inputValue("textarea[name=body]").strip()).isEqualTo("我写的正文");
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "1280, en"})
    void anybodyReadsTheNotice(int width, String language) {
        Vote vote = fixtures.aVote(Homestead.of(context, 2).id())
                .asking(VoteFixtures.choice(1, "甲公司", "乙公司"), VoteFixtures.election(2, 5, "甲", "乙"))
                .open();
        Vote rehearsal = fixtures.aVote(vote.id().community()).rehearsal().noticed();
        try (Pages pages = new Pages(port, width, language)) {
            pages.open("/votes")
                    .open("/votes?group=OPEN")
                    .open("/votes/rules")
                    .picture("rules-" + width + "-" + language);
            pages.open("/votes/" + vote.id()).assertText("乙公司").picture("vote-" + width + "-" + language);
            assertThat(pages.page()
                            .navigate("http://localhost:" + port + "/votes/" + rehearsal.id())
                            .status())
                    .isEqualTo(404);
            assertThat(pages.page()
                            .navigate("http://localhost:" + port + "/votes/999999999-1")
                            .status())
                    .isEqualTo(404);
        }
    }

    private void signIn(Pages pages) {
        pages.signIn(new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002"))))
                .open("/desk");
    }
}

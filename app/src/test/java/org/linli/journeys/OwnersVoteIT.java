package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Way;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An owner votes on a phone: from My home to the receipt that anybody can check; another owner says "it was not me". */
@LinliTest
class OwnersVoteIT {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Records records;

    @Autowired
    RealTime time;

    @Autowired
    Outbox outbox;

    @Autowired
    Votes votes;

    @Autowired
    Deliveries deliveries;

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"390, zh", "320, en", "1280, en"})
    void fromMyHomeToTheReceipt(int width, String language) {
        String vote = freshVote();
        try (Pages owner = new Pages(port, width, language)) {
            boolean chinese = language.equals("zh");
            signIn(owner, "13900000001");
            owner.open("/my").picture("my-vote-now-" + width + "-" + language);
            owner.assertText(chinese ? "现在投票" : "Vote now");
            owner.open("/votes/" + vote).picture("vote-notice-" + width + "-" + language);
            assertReadOnce(vote);
            owner.open("/my/votes/" + vote + "/assistance").picture("my-help-" + width + "-" + language);
            owner.page().locator("form[action$='/assistance'] button").click();
            owner.check("asked").assertText(chinese ? "已请求上门" : "A visit was asked for");
            owner.open("/my/votes/" + vote).picture("my-vote-" + width + "-" + language);
            owner.page().locator("main a.btn-lg").first().click();
            owner.check("ballot").picture("ballot-" + width + "-" + language);

            owner.page().locator("form button[type=submit]").last().click();
            owner.check("nothing marked").assertText(chinese ? "请选一项" : "Please choose one");

            owner.page().locator("input[name=d1][value='1']").check();
            owner.page().locator("input[name=d1][value='3']").check();
            owner.page().locator("input[name=d2][value=AGREE]").check();
            owner.page().locator("input[name=d3][value=OPPOSE]").check();
            owner.page().locator("form button[type=submit]").last().click();
            owner.check("review").picture("review-" + width + "-" + language);
            owner.page().locator("form[action$='/my/ballots'] button").click();
            owner.check("receipt").picture("receipt-vote-" + width + "-" + language);

            String leaf = owner.page().locator(".receipt-code a").getAttribute("href");
            assertThat(leaf).contains("/votes/" + vote + "/leaves/");
            assertThat(owner.page().locator("body").innerText()).doesNotContain(chinese ? "林候选" : "Oppose");
            try (Pages anybody = new Pages(port, width, language)) {
                anybody.open(leaf)
                        .assertText(chinese ? "会在下一次公开时显示" : "shown with the next public head")
                        .picture("leaf-waits-" + width + "-" + language);
                VoteId id = VoteId.parse(vote).orElseThrow();
                records.publishHead(new RecordId(id.community().value(), id.number()));
                anybody.open(leaf)
                        .assertText(chinese ? "等待计票" : "waits for the count")
                        .picture("leaf-" + width + "-" + language);
            }
            owner.open("/my/votes/" + vote).assertText(chinese ? "已投票" : "Cast");
        }
    }

    /** Opening the notice counts as delivery, recorded beside the request. */
    private void assertReadOnce(String vote) {
        VoteId id = VoteId.parse(vote).orElseThrow();
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        deliveries.all(votes.find(id, RowScope.everything()).orElseThrow()).stream()
                                        .filter(delivery -> delivery.way() == Way.PHONE_READ)
                                        .count()
                                == 1);
    }

    /** The demo's button, pressed by the street. */
    private String freshVote() {
        try (Visitor street = new StaffMember(
                        people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port)) {
            street.get("/desk/demo-vote");
            return Visitor.location(street.post("/desk/demo-vote")).replace("/votes/", "");
        }
    }

    private void signIn(Pages pages, String phone) {
        pages.open("/sign-in");
        pages.page().fill("input[name=phone]", phone);
        pages.page().locator("form:has(input[name=phone]) button[type=submit]").click();
        pages.page().fill("input[name=code]", SentCodes.latest(outbox, "+86" + phone));
        pages.page().locator("form:has(input[name=code]) button[type=submit]").click();
    }
}

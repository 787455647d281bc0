package org.linli.decisions.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes.By;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.files.FileStore;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.RowScope;
import org.linli.registry.FieldError;
import org.linli.registry.Outcome;
import org.linli.registry.claims.ProvedHomes;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Nobody is posted as a candidate who did not say yes, in person or on a paper that is kept. */
@LinliTest
class NomineeTests {

    private static final By CLERK = new By("起草人", 71L);
    private static final LocalDate TODAY = LocalDate.of(2024, 2, 19);
    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Nominations nominations;

    @Autowired
    Consents consents;

    @Autowired
    People people;

    @Autowired
    FileStore files;

    @Autowired
    Outbox outbox;

    private VoteFixtures fixtures;
    private Homestead area;
    private VoteId election;
    private String phone;
    private long account;

    @BeforeEach
    void anElectionAndAnOwnerWithAnAccount() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(TODAY);
        area = Homestead.of(context, 2);
        election = fixtures.aVote(area.id())
                .asking(VoteFixtures.election(1, 5))
                .drafted()
                .id();
        nominations.open(election, 1, TODAY, TODAY.plusDays(5), CLERK);
        phone = "1371700%04d".formatted(PHONES.incrementAndGet());
        account = people.createPhoneUser("业主1号", "+86" + phone, false);
        new ProvedHomes(context, area.id()).prove(account, "1幢", "1", "101", Homestead.person(1));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void theOwnerFoundOnTheRegisterIsAskedAndSaysYesOnThePhone() {
        nominate(Nomination.Source.JOINT, 1, 71);
        assertThat(consents.asked(account)).isEmpty();
        qualify(1, 1);

        assertThat(outbox.listLatest(2_000)).anyMatch(sent -> sent.body().contains("有人推荐您为候选人"));
        assertRefused(nominations.post(election, 1, 1, "", CLERK), "decisions.refused.nobody-ready");
        try (Visitor owner = signedIn()) {
            assertThat(owner.get("/my").body()).contains("您被推荐为候选人，请答复");
            assertThat(owner.get("/my/nominations").body()).contains("业主1号", "同意参选");
            assertThat(owner.post("/my/nominations/" + election + "/1/answer", "accepted", "true")
                            .statusCode())
                    .isEqualTo(303);
            assertThat(owner.get("/my/nominations").body()).contains("您已经同意作为候选人", TODAY.toString());
        }
        assertThat(nominations.post(election, 1, 1, "", CLERK)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void whoSaysNoIsNeverPosted() {
        nominate(Nomination.Source.JOINT, 1, 71);
        qualify(1, 1);
        assertThat(consents.answer(election, 1, false, self())).isInstanceOf(Outcome.Stored.class);

        assertThat(consents.answer(election, 1, true, self())).isEqualTo(new Outcome.Overtaken());
        assertThat(paper(1, "%PDF-1.7")).isEqualTo(new Outcome.Overtaken());
        assertRefused(nominations.post(election, 1, 1, "", CLERK), "decisions.refused.nobody-ready");
    }

    @Test
    void whoSaidYesMayStepBackWhileTheVoteIsADraft() {
        nominate(Nomination.Source.JOINT, 1, 71);
        qualify(1, 1);
        consents.answer(election, 1, true, self());
        consents.answer(election, 1, false, self());

        assertThat(nominations.list(election).getFirst().has(Nomination.Step.WITHDRAWN))
                .isTrue();
        assertRefused(nominations.post(election, 1, 1, "", CLERK), "decisions.refused.nobody-ready");
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        nominate(Nomination.Source.JOINT, 2, 71);
        qualify(1, 2);

        assertThat(consents.answer(election, 1, true, self())).isEqualTo(new Outcome.Unknown());
        try (Visitor owner = signedIn()) {
            assertThat(owner.get("/my/nominations").body()).contains("没有人推荐您为候选人");
            owner.get("/account"); // a page with a form, whose token the next post needs
            assertThat(owner.post("/my/nominations/" + election + "/1/answer", "accepted", "true")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void standingByOneselfIsConsentOnlyForTheAccountThatProvedTheHome() {
        nominate(Nomination.Source.SELF, 1, account);
        nominate(Nomination.Source.SELF, 2, account); // somebody else's name, typed as one's own
        qualify(1, 1);
        qualify(2, 2);

        assertThat(nominations.list(election)).extracting(Nomination::isReady).containsExactly(true, false);
    }

    @Test
    void aConsentOnPaperNeedsThePaper() {
        nominate(Nomination.Source.JOINT, 2, 71);
        qualify(1, 2);

        assertRefused(paper(1, ""), "decisions.refused.consent-file");
        assertRefused(paper(1, "MZ no document"), "decisions.refused.consent-file");
        assertThat(paper(1, "%PDF-1.7 signed")).isInstanceOf(Outcome.Stored.class);
        assertThat(consents.paper(election, 1)).isPresent();
        assertThat(nominations.post(election, 1, 1, "", CLERK)).isInstanceOf(Outcome.Stored.class);
    }

    private Outcome paper(int number, String content) {
        try (FileStore.Copy copy = files.draft(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))) {
            return consents.consentOnPaper(election, number, "原件在物业用房", copy, CLERK);
        }
    }

    private By self() {
        return new By("业主1号", account);
    }

    private void nominate(Nomination.Source source, int owner, long by) {
        Nomination nomination =
                new Nomination(0, 1, source, "业主" + owner + "号", "1幢10" + owner, "", "业主9号", by, List.of());
        assertThat(nominations.nominate(election, nomination, false, new By("推荐人", by)))
                .isInstanceOf(Outcome.Stored.class);
    }

    private void qualify(int number, int home) {
        assertThat(nominations.qualify(election, number, home, RowScope.everything(), CLERK))
                .isInstanceOf(Outcome.Stored.class);
    }

    private static void assertRefused(Outcome outcome, String key) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(FieldError::key)
                                .contains(key));
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in/phone", "phone", phone);
        visitor.get("/sign-in/code");
        visitor.post("/sign-in/code", "code", SentCodes.latest(outbox, "+86" + phone));
        return visitor;
    }
}

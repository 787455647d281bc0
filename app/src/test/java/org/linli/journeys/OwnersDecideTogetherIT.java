package org.linli.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.testing.VoteFixtures.choice;
import static org.linli.decisions.testing.VoteFixtures.yesNo;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.ResultPapers;
import org.linli.decisions.counting.Results;
import org.linli.decisions.roll.VoteClock;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.scope.Role;
import org.linli.registry.claims.ProvedHomes;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A whole vote by its pages: three owners on phones, a ballot on paper, one with help, one by proxy, a ballot denied and annulled, an
 * objection dismissed, a witnessed count; and at the end the notice, the API and the bundle say the same. Only time, the register and
 * the open vote are made beforehand; proving a home and calling a vote have journeys of their own.
 */
@LinliTest
class OwnersDecideTogetherIT {

    private static final AtomicInteger PHONES = new AtomicInteger();
    /** The record closes once the last ballots are surely in it, and well within the minute that a checker grants. */
    private static final Duration AFTER_THE_DEADLINE = Duration.ofSeconds(30);

    /** The day after the objections to a count signed on 30 March. */
    private static final LocalDate FINAL_FROM = LocalDate.of(2024, 4, 8);

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @TempDir
    Path folder;

    private VoteFixtures fixtures;
    private SignedIn signedIn;
    private Homestead area;
    private Vote vote;
    private StaffMember worker;
    private StaffMember colleague;

    /** Phones of the owners with an account; the owner of home 4 and of home 5 have none, the one of home 8 stays away. */
    private final String[] phones = new String[8];

    @BeforeEach
    void anOpenVoteOfEightOwners() {
        fixtures = VoteFixtures.in(context);
        signedIn = new SignedIn(context, port);
        fixtures.today(VoteFixtures.NOTICE.minusDays(30));
        area = Homestead.empty(context);
        long[] areas = {8_050, 9_977, 10_120, 12_345, 6_001, 7_777, 8_888, 30_003};
        for (int i = 0; i < areas.length; i++) {
            area.flat(areas[i], Homestead.person(i + 1));
        }
        owner(1, "1", "101");
        owner(2, "2", "102");
        owner(3, "1", "103");
        owner(6, "2", "202");
        owner(7, "1", "203");
        vote = fixtures.aVote(area.id())
                .asking(yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"), choice(2, "甲物业服务有限公司", "乙物业服务有限公司"))
                .open();
        worker = signedIn.staff(Role.COMMUNITY_WORKER);
        colleague = signedIn.staff(Role.COMMUNITY_WORKER);
    }

    private void owner(int home, String unit, String room) {
        phones[home - 1] = "1371800%04d".formatted(PHONES.incrementAndGet());
        long account = people.createPhoneUser("业主" + home + "号", "+86" + phones[home - 1], false);
        new ProvedHomes(context, area.id()).prove(account, "1幢", unit, room, Homestead.person(home));
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void fromTheFirstBallotToTheNoticeThatAnybodyCanCheck() throws IOException {
        try (Pages first = signedIn.byPhone(phones[0]);
                Pages second = signedIn.byPhone(phones[1]);
                Pages third = signedIn.byPhone(phones[2]);
                Pages grantor = signedIn.byPhone(phones[5]);
                Pages denier = signedIn.byPhone(phones[6]);
                Pages desk = signedIn.atDesk(worker);
                Pages other = signedIn.atDesk(colleague);
                Pages street = signedIn.atDesk(signedIn.staff(Role.STREET))) {
            castOnThePhone(first, "AGREE", "OPTION-1", "together-ballot");
            castOnThePhone(second, "AGREE", "OPTION-1", "");
            castOnThePhone(third, "OPPOSE", "OPTION-1", "");
            castOnPaper(desk, other, "104", "AGREE", "OPTION-1");
            castWithHelp(desk, other, "201", "AGREE", "OPTION-2");
            castByProxy(grantor, first);
            castOnPaper(desk, other, "203", "AGREE", "OPTION-2");
            denyAndCastAnew(denier, street);
            second.open("/my/votes/" + vote.id());
            second.page().locator("main a[href$='/result']").click();
            second.check("witness").picture("together-witness");
            submit(second, "form[action$='/witness']");

            fixtures.now(vote.terms().deadline().plus(AFTER_THE_DEADLINE));
            context.getBean(VoteClock.class).advance(vote.id());
            countAndSign(desk, other, second);
            objectAndRule(third, street);
            fixtures.today(FINAL_FROM);
            street.open(desk("/count")).picture("together-final");
            submit(street, "form[action$='/final']");
            street.check("final").assertText("备案编号");
        }
        resultHolds();
    }

    private void castOnThePhone(Pages owner, String covenant, String company, String picture) {
        owner.open("/my").assertText("现在投票");
        owner.page().locator("a[href$='/my/votes/" + vote.id() + "']").first().click();
        owner.check("my vote");
        owner.page().locator("main a.btn-lg").first().click();
        owner.check("ballot");
        if (!picture.isEmpty()) {
            owner.picture(picture);
        }
        owner.page().locator("input[name=d1][value=" + covenant + "]").check();
        owner.page().locator("input[name=d2][value=" + company + "]").check();
        owner.page().locator("form button[type=submit]").last().click();
        owner.check("review");
        submit(owner, "form[action$='/my/ballots']");
        owner.check("receipt").assertText("您的票是公开记录第");
    }

    private void castOnPaper(Pages desk, Pages other, String room, String covenant, String company) throws IOException {
        desk.open(desk("/paper"));
        desk.page().fill("#issue-room", room);
        submit(desk, "form:has(#issue-room)");
        desk.check("issued").picture("together-paper-issued");
        String paper = URI.create(desk.page().url()).getPath();
        submit(desk, "form[action$='/return']");
        desk.page().setInputFiles("#file", Files.writeString(folder.resolve(room + ".pdf"), "%PDF-1.4 scan"));
        submit(desk, "form[action$='/scans']");
        for (Pages reader : List.of(desk, other)) {
            reader.open(paper).picture("together-paper-reading");
            answer(reader, covenant, company);
            submit(reader, "form[action$='/readings']");
        }
        other.check("read twice").picture("together-paper-cast");
        assertThat(other.page().locator("dl.facts").innerText()).contains("已计入");
    }

    /** It was registered by mistake, says the other one of the two. */
    private void withdrawTheDevice(Pages other) {
        other.open(desk("/assisted"));
        other.page()
                .locator("details:has(form[action$='/voting-devices/withdrawal']) summary")
                .click();
        submit(other, "form[action$='/voting-devices/withdrawal']");
        other.check("asked for the reason").assertText("请写明原因");
        other.page().fill("form[action$='/voting-devices/withdrawal'] input[name=reason]", "这是值班人员自己的手机");
        submit(other, "form[action$='/voting-devices/withdrawal']");
        other.check("device withdrawn").assertText("这是值班人员自己的手机").picture("together-device-withdrawn");
        assertThat(other.page()
                        .locator("form[action$='/voting-devices/withdrawal']")
                        .count())
                .isZero();
    }

    private void castWithHelp(Pages desk, Pages other, String room, String covenant, String company) {
        desk.open(desk("/assisted"));
        desk.page().fill("#place", "社区服务中心一楼");
        desk.page().fill("#hours", "每天 9:00–17:00");
        desk.page().fill("#first", worker.username());
        desk.page().fill("#second", colleague.username());
        submit(desk, "form[action$='/voting-points']");
        desk.check("point").picture("together-point");
        submit(desk, "form[action$='/device']");
        desk.check("device").assertText("这台设备已登记在“社区服务中心一楼”");
        assertThat(desk.page().locator("form[action$='/device']").count()).isZero();
        desk.page().selectOption("#identity", new SelectOption().setIndex(1));
        desk.page().fill("#session-room", room);
        submit(desk, "form:has(#session-room)");
        desk.check("session").picture("together-assisted-open");
        String session = URI.create(desk.page().url()).getPath();
        other.open(session);
        submit(other, "form[action$='/join']");
        desk.open(session).picture("together-assisted-marks");
        answer(desk, covenant, company);
        submit(desk, "form[action$='/marks']");
        other.open(session).assertText("乙物业服务有限公司").picture("together-assisted-read-back");
        submit(other, "form[action$='/confirmation']");
        withdrawTheDevice(other);
        other.open(session + "/receipt").picture("together-assisted-receipt");
    }

    private void castByProxy(Pages grantor, Pages proxy) {
        grantor.open("/my/votes/" + vote.id());
        grantor.page().locator("main a[href$='/proxies']").click();
        grantor.page().fill("#phone", phones[0]);
        answer(grantor, "OPPOSE", "OPTION-1");
        grantor.picture("together-proxy-given");
        submit(grantor, "form:has(#phone)");
        proxy.open("/my").assertText("有人委托您代为表决");
        proxy.page().locator("main a[href$='/my/proxies']").first().click();
        proxy.check("asked").picture("together-proxy-asked");
        proxy.page().locator("button[name=accepted][value=true]").click();
        proxy.check("accepted").picture("together-proxy-accepted");
        submit(proxy, "form[action$='/ballot']");
        grantor.open("/my/votes/" + vote.id()).assertText("委托").picture("together-proxy-cast");
    }

    private void denyAndCastAnew(Pages denier, Pages street) {
        denier.open("/my/votes/" + vote.id()).picture("together-not-mine");
        denier.page().locator("a[href$='/denial']").click();
        denier.page().fill("#text", "我没有填过纸质选票，那几天我不在家。");
        denier.check("denial").picture("together-denial");
        submit(denier, "form:has(#text)");
        street.open(desk("/denials")).assertText("1幢 1-203").picture("together-denials");
        street.page().fill("textarea[name=reason]", "签名与登记的签名不符。");
        street.page().locator("button[name=annul][value=true]").click();
        street.check("annulled");
        denier.open("/my/votes/" + vote.id()).picture("together-anew");
        castOnThePhone(denier, "ABSTAIN", "NONE_OF_THEM", "");
    }

    private void countAndSign(Pages desk, Pages other, Pages witness) {
        other.open(desk("/count"));
        submit(other, "form[action$='/count']");
        other.check("counted").picture("together-counted");
        desk.open(desk("/count"));
        submit(desk, "form[action$='/count/witnesses']");
        desk.open(desk("/count"));
        submit(desk, "form[action$='/count/signature']");
        witness.open("/my/votes/" + vote.id() + "/result").picture("together-witness-signs");
        submit(witness, "form[action$='/signature']");
        witness.check("signed");
    }

    private void objectAndRule(Pages owner, Pages street) {
        owner.open("/my/votes/" + vote.id() + "/result");
        owner.page().fill("#summary", "有人没有收到通知");
        owner.page().fill("#text", "我听邻居说没有收到纸质通知。");
        owner.picture("together-objection");
        submit(owner, "form[action$='/objections']");
        street.open(desk("/objections"));
        street.page().fill("textarea[name=reason]", "送达记录齐全，公告栏照片在卷。");
        street.picture("together-ruling");
        submit(street, "form[action$='/ruling']");
        owner.open("/my/votes/" + vote.id() + "/result").assertText("送达记录齐全");
    }

    /** What anybody downloads from the public page agrees in every figure. */
    private void resultHolds() throws IOException {
        try (Pages anybody = new Pages(port, 390, "zh");
                Visitor api = new Visitor(port)) {
            anybody.open("/votes/" + vote.id() + "/result")
                    .assertText("通过")
                    .assertText("7 / 8")
                    .assertText("4 / 7")
                    .assertText("送达记录齐全")
                    .picture("together-result");
            anybody.open("/votes/" + vote.id())
                    .page()
                    .locator("main a[href$='/anomalies']")
                    .click();
            anybody.check("counts of oversight");
            assertThat(anybody.page().locator("main table").innerText())
                    .contains("被裁定撤销的票\t1", "（否认、名册异议、结果异议）\t2", "助老投票的张数\t1");
            anybody.open("/votes/" + vote.id() + "/result");
            Path notice = download(anybody, "a[href$='/result.pdf']");
            Path bundle = download(anybody, "a.btn[href$='/bundle']");
            new ResultAgreement(api, vote).assertHolds(notice, bundle);
        }
        sheetSaysHowBallotsCame();
    }

    private void sheetSaysHowBallotsCame() throws IOException {
        ResultPapers papers = context.getBean(ResultPapers.class);
        Results.Result result =
                context.getBean(Results.class).find(fixtures.get(vote.id())).orElseThrow();
        Path sheet = Files.write(folder.resolve("sheet.pdf"), papers.pdf(papers.sheet(result)));
        // phone, papers issued, returned and voided, by proxy, with help
        assertThat(ResultAgreement.text(sheet)).contains("助老投票422011二、计票结果");
    }

    private Path download(Pages pages, String link) {
        Page page = pages.page();
        return page.waitForDownload(() -> page.locator(link).first().click()).path();
    }

    private static void answer(Pages pages, String covenant, String company) {
        pages.page().locator("input[name='answer.1'][value=" + covenant + "]").check();
        pages.page().locator("input[name='answer.2'][value=" + company + "]").check();
    }

    private static void submit(Pages pages, String form) {
        pages.page().locator(form + " button[type=submit]").first().click();
        pages.page().waitForLoadState();
    }

    private String desk(String part) {
        return "/desk/votes/" + vote.id() + part;
    }
}

package org.linli.decisions.scrutiny;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.scrutiny.Scrutinies.Proof;
import org.linli.decisions.scrutiny.ScrutinyResult.Problem;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.StaffMember;
import org.linli.testing.TableOwner;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LinliTest
class ScrutiniesTests {

    private static final AtomicInteger PHONES = new AtomicInteger(730_000_000);

    @Autowired
    ApplicationContext context;

    @Autowired
    Scrutinies scrutinies;

    @Autowired
    Scrutineers scrutineers;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    RealTime real;

    @Autowired
    BusinessTime time;

    @LocalServerPort
    int port;

    VoteFixtures fixtures;
    RecountVote recount;
    Viewer clerk;

    @BeforeEach
    void aVoteWithTwoPapers() throws IOException {
        fixtures = VoteFixtures.in(context);
        recount = RecountVote.open(context, fixtures, 10)
                .agreed(6)
                .opposedOnPaper(7, scan())
                .opposedOnPaper(8, scan());
        clerk = recount.viewer(Role.STREET);
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void takesTwoPeopleAndAClosedRecord() {
        StaffMember partner = staff(Role.COMMUNITY_WORKER, RecountVote.STREET);
        assertThat(open(partner)).isEqualTo(ScrutinyResult.refused(Problem.NOT_CLOSED));
        recount.closed();

        assertThat(scrutinies.open(vote(), new Proof.Staff(partner.username(), "wrong", partner.code()), clerk))
                .isEqualTo(ScrutinyResult.refused(Problem.SECOND_UNKNOWN));
        assertThat(open(staff(Role.STREET, new DivisionCode("331003001"))))
                .as("staff of another street")
                .isEqualTo(ScrutinyResult.refused(Problem.SECOND_UNKNOWN));
        Viewer himself = new Viewer(
                partner.account(), "甲", 1, Role.COMMUNITY_WORKER, new Scope.OfDivision(RecountVote.STREET), "");
        assertThat(scrutinies.open(
                        vote(), new Proof.Staff(partner.username(), partner.password(), partner.code()), himself))
                .isEqualTo(ScrutinyResult.refused(Problem.SAME_PERSON));
        assertThat(open(staff(Role.COMMUNITY_WORKER, RecountVote.STREET))).isEqualTo(new ScrutinyResult.Done(1));
    }

    @Test
    void anOwnerChosenForItSitsBesideByACodeOnThePhone() {
        recount.closed();
        String phone = "+8613" + PHONES.incrementAndGet();
        long owner = people.createPhoneUser("业主", phone, false);

        assertThat(scrutinies.sendCode(phone, "127.0.0.1")).isTrue();
        assertThat(scrutinies.open(vote(), new Proof.Owner(phone, SentCodes.latest(outbox, phone)), clerk))
                .as("not an owner here")
                .isEqualTo(ScrutinyResult.refused(Problem.SECOND_UNKNOWN));
        assertThat(scrutineers.choose(vote(), phone, clerk))
                .as("not an owner here")
                .isEqualTo(ScrutinyResult.refused(Problem.NO_OWNER));
        people.grantUnchecked(
                owner, Role.OWNER, new Scope.OfCommunity(vote().id().community()), LocalDate.of(2023, 1, 1));
        assertThat(scrutinies.sendCode(phone, "127.0.0.1")).isTrue();
        assertThat(scrutinies.open(vote(), new Proof.Owner(phone, SentCodes.latest(outbox, phone)), clerk))
                .as("an owner, but not chosen")
                .isEqualTo(ScrutinyResult.refused(Problem.SECOND_UNKNOWN));

        assertThat(scrutineers.choose(vote(), phone, clerk)).isEqualTo(new ScrutinyResult.Done(1));
        assertThat(scrutineers.choose(vote(), phone, clerk)).as("once").isEqualTo(new ScrutinyResult.Done(1));
        assertThat(scrutineers.list(vote().id()))
                .singleElement()
                .satisfies(chosen -> assertThat(chosen.account()).isEqualTo(owner))
                .satisfies(chosen -> assertThat(chosen.by()).isEqualTo(clerk.name()));
        assertThat(new Visitor(port).get("/votes/" + vote().id()).body())
                .contains("街道（乡镇）推选了一名业主参加抽核")
                .doesNotContain(phone);
        assertThat(scrutinies.sendCode(phone, "127.0.0.1")).isTrue();
        assertThat(scrutinies.open(vote(), new Proof.Owner(phone, SentCodes.latest(outbox, phone)), clerk))
                .isEqualTo(new ScrutinyResult.Done(1));
    }

    @Test
    void twoOfTheNeighbourhoodAreNotEnough() {
        recount.closed();
        StaffMember partner = staff(Role.COMMUNITY_WORKER, RecountVote.STREET);
        Viewer worker = recount.viewer(Role.COMMUNITY_WORKER);

        assertThat(scrutinies.open(
                        vote(), new Proof.Staff(partner.username(), partner.password(), partner.code()), worker))
                .isEqualTo(ScrutinyResult.refused(Problem.NEITHER_STREET_NOR_OWNER));
        StaffMember street = staff(Role.STREET, RecountVote.STREET);
        assertThat(scrutinies.open(
                        vote(), new Proof.Staff(street.username(), street.password(), street.code()), worker))
                .isEqualTo(new ScrutinyResult.Done(1));
    }

    @Test
    void theStreetChoosesOwnersOnAPageOfItsOwn() {
        String path = "/desk/votes/" + vote().id() + "/scrutineers";
        try (Visitor street = staff(Role.STREET, RecountVote.STREET).signedIn(port);
                Visitor worker =
                        staff(Role.COMMUNITY_WORKER, RecountVote.STREET).signedIn(port);
                Visitor foreign =
                        staff(Role.STREET, new DivisionCode("331003001")).signedIn(port)) {
            String phone = "+8613" + PHONES.incrementAndGet();
            long owner = people.createPhoneUser("欧阳某", phone, false);
            people.grantUnchecked(
                    owner, Role.OWNER, new Scope.OfCommunity(vote().id().community()), LocalDate.of(2023, 1, 1));

            assertThat(street.get(path).body()).contains("还没有推选业主");
            assertThat(street.post(path, "phone", "123").body()).contains("没有用这个手机号认证的本小区业主");
            assertThat(street.post(path, "phone", phone.substring(3)).statusCode())
                    .isEqualTo(303);

            assertThat(street.get(path).body()).contains("欧**").doesNotContain("欧阳某", phone);
            assertThat(worker.get(path).statusCode()).isEqualTo(403);
            assertThat(foreign.get(path).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void drawsOnceByTheSeedThatStoodBefore() {
        Scrutiny opened = opened();
        assertThat(opened.seed()).matches("[0-9a-f]{32}");
        assertThat(opened.papers()).isEqualTo(2);
        assertThat(scrutinies.draw(vote(), opened, "12", 2, clerk)).isEqualTo(ScrutinyResult.refused(Problem.DIGITS));
        assertThat(scrutinies.draw(vote(), opened, "4631", 2, recount.viewer(Role.STREET)))
                .isEqualTo(ScrutinyResult.refused(Problem.NOT_YOURS));

        assertThat(scrutinies.draw(vote(), opened, "4631", 2, clerk)).isEqualTo(new ScrutinyResult.Done(1));

        Scrutiny drawn = scrutiny();
        assertThat(drawn.drawn())
                .extracting(Scrutiny.Drawn::paperNo)
                .isEqualTo(Lot.draw(opened.seed(), "4631", java.util.List.of(1, 2), 2));
        assertThat(scrutinies.draw(vote(), drawn, "4632", 2, clerk))
                .isEqualTo(ScrutinyResult.refused(Problem.DRAWN_BEFORE));
    }

    @Test
    void showsACoveredCopyAndCountsEachLook() throws IOException {
        Scrutiny drawn = drawn();

        BufferedImage seen = ImageIO.read(new ByteArrayInputStream(
                scrutinies.look(vote(), drawn, 1, 1, clerk).orElseThrow()));
        scrutinies.look(vote(), drawn, 1, 1, clerk);

        assertThat(isDark(seen, 300, 60)).as("the head").isTrue();
        assertThat(isDark(seen, 300, 700)).as("signature, room and number").isTrue();
        assertThat(isDark(seen, 300, 400)).as("the choice").isFalse();
        assertThat(scrutiny().views()).isEqualTo(2);
        assertThat(scrutinies.look(vote(), drawn, 1, 1, recount.viewer(Role.STREET)))
                .as("another's screen")
                .isEmpty();
        assertThat(scrutinies
                        .beside(vote(), drawn, 1, clerk)
                        .orElseThrow()
                        .ballot()
                        .answers())
                .hasToString("{1=Answer[kind=OPPOSE, options=[]]}");
        assertThat(scrutiny().views()).as("what was entered was looked at too").isEqualTo(3);
        assertThat(context.getBean(AccessLog.class).list(Long.MAX_VALUE, null, clerk.accountId(), 20))
                .filteredOn(entry -> entry.act().verb().equals("scrutiny.view"))
                .hasSize(3);
        fixtures.now(time.now().plus(Duration.ofHours(2)));
        assertThat(scrutinies.look(vote(), drawn, 1, 1, clerk))
                .as("its time is over")
                .isEmpty();
    }

    /** The stored choice may be right and the public record wrong: the leaf is opened by itself, and says so. */
    @Test
    void showsWhenTheLeafDoesNotHoldWhatWasEntered() throws SQLException {
        Scrutiny drawn = drawn();
        assertThat(scrutinies.beside(vote(), drawn, 1, clerk).orElseThrow().leafAgrees())
                .isTrue();

        swapLeaves(
                scrutinies
                        .beside(vote(), drawn, 1, clerk)
                        .orElseThrow()
                        .ballot()
                        .leafNo(),
                scrutinies
                        .beside(vote(), drawn, 2, clerk)
                        .orElseThrow()
                        .ballot()
                        .leafNo());

        assertThat(scrutinies.beside(vote(), drawn, 1, clerk).orElseThrow().leafAgrees())
                .isFalse();
    }

    /** As only the owner of the tables can. */
    private void swapLeaves(long one, long other) throws SQLException {
        String change =
                """
                update linli.ledger_leaf l set content = o.content from linli.ledger_leaf o
                where l.community_id = %1$d and l.record_no = %2$d and l.leaf_no in (%3$d, %4$d)
                  and o.community_id = %1$d and o.record_no = %2$d and o.leaf_no = %3$d + %4$d - l.leaf_no
                """.formatted(vote().id().community().value(), vote().id().number(), one, other);
        assertThat(TableOwner.change(context, change)).isEqualTo(2);
    }

    @Test
    void tellsThePublicWhatWasFound() {
        Scrutiny drawn = drawn();
        scrutinies.look(vote(), drawn, 1, 1, clerk);
        assertThat(scrutinies.find(vote(), drawn, 1, true, "", clerk)).isEqualTo(new ScrutinyResult.Done(1));
        assertThat(scrutinies.find(vote(), drawn, 1, false, "看错", clerk))
                .isEqualTo(ScrutinyResult.refused(Problem.FOUND_BEFORE));
        assertThat(scrutinies.find(vote(), drawn, 2, false, " ", clerk))
                .isEqualTo(ScrutinyResult.refused(Problem.NOTE_MISSING));
        assertThat(scrutinies.find(vote(), drawn, 2, false, "票面为同意", clerk)).isEqualTo(new ScrutinyResult.Done(1));

        assertThat(new Visitor(port).get("/votes/" + vote().id()).body())
                .contains("抽 2 张（共 2 张），一致 1，不一致 1，查看 1 次", scrutiny().seed())
                .doesNotContain("票面为同意");
    }

    @Test
    void worksOnOneScreenOfItsOwnStreet() {
        recount.closed();
        Visitor screen = staff(Role.STREET, RecountVote.STREET).signedIn(port);
        StaffMember partner = staff(Role.COMMUNITY_WORKER, RecountVote.STREET);
        String path = "/desk/votes/" + vote().id() + "/scrutinies";
        assertThat(screen.get(path).body()).contains("两人坐在同一屏幕前");
        var opened = screen.post(
                path, "username", partner.username(), "password", partner.password(), "code", partner.code());
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(screen.get(path + "/1").body()).contains(scrutiny().seed());
        assertThat(screen.post(path + "/1/draw", "digits", "4631", "size", "1").statusCode())
                .isEqualTo(303);

        var page = screen.get(path + "/1/papers/1");
        var picture = screen.get(path + "/1/papers/1/scans/1");

        assertThat(page.body()).contains("反对", "<img").doesNotContain("download");
        assertThat(picture.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(picture.headers().firstValue("Content-Disposition")).contains("inline");
        assertThat(screen.post(path + "/1/papers/1/finding", "matches", "true").statusCode())
                .isEqualTo(303);
        Visitor colleague = staff(Role.STREET, RecountVote.STREET).signedIn(port);
        assertThat(colleague.get(path + "/1/papers/1").statusCode())
                .as("a colleague's own screen")
                .isEqualTo(404);
        assertThat(colleague.get(path + "/1/papers/1/scans/1").statusCode()).isEqualTo(404);
        Visitor foreign = staff(Role.STREET, new DivisionCode("331003001")).signedIn(port);
        assertThat(foreign.get(path).statusCode()).isEqualTo(404);
    }

    private Vote vote() {
        return recount.vote();
    }

    private StaffMember staff(Role role, DivisionCode division) {
        return new StaffMember(people, real, role, new Scope.OfDivision(division));
    }

    private ScrutinyResult open(StaffMember partner) {
        return scrutinies.open(vote(), new Proof.Staff(partner.username(), partner.password(), partner.code()), clerk);
    }

    private Scrutiny scrutiny() {
        return scrutinies.list(vote()).getFirst();
    }

    private Scrutiny opened() {
        recount.closed();
        open(staff(Role.COMMUNITY_WORKER, RecountVote.STREET));
        return scrutiny();
    }

    private Scrutiny drawn() {
        scrutinies.draw(vote(), opened(), "4631", 2, clerk);
        return scrutiny();
    }

    private static byte[] scan() throws IOException {
        return ScanSamples.png(ScanSamples.upright());
    }

    private static boolean isDark(BufferedImage picture, int x, int y) {
        return new Color(picture.getRGB(x, y)).getRed() < 128;
    }
}

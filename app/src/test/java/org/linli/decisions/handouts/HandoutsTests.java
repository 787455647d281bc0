package org.linli.decisions.handouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.counting.CountedVotes;
import org.linli.decisions.counting.Objections;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.VoidReason;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.linli.rules.decisions.matters.Matter;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Papers are downloaded as staff would, and read back. */
@LinliTest
class HandoutsTests {

    private static final DivisionCode STREET = new DivisionCode("331002002");
    private static final Actor WORKER = new Actor(901, "社区甲", Role.COMMUNITY_WORKER);

    @Autowired
    ApplicationContext context;

    @Autowired
    PaperBallots papers;

    @Autowired
    Objections objections;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @LocalServerPort
    int port;

    VoteFixtures fixtures;
    Visitor street;

    @BeforeEach
    void aClerk() {
        fixtures = VoteFixtures.in(context);
        street = new StaffMember(people, time, Role.STREET, new Scope.OfDivision(STREET)).signedIn(port);
    }

    @AfterEach
    void restored() {
        street.close();
        fixtures.restoreTime();
    }

    private Vote open() {
        return fixtures.aVote(Homestead.of(context, 3)
                        .building("2幢")
                        .flat(8_050L, Homestead.person(11))
                        .id())
                .asking(
                        VoteFixtures.yesNo(1, Matter.COVENANT, "是否同意修改管理规约？"),
                        VoteFixtures.choice(2, "甲物业服务有限公司", "乙物业服务有限公司"),
                        VoteFixtures.election(3, 5, "张三", "李四", "王五", "赵六", "钱七", "孙八"))
                .open();
    }

    private String text(String path) {
        byte[] pdf = street.bytes(path + ".pdf");
        assertThat(street.bytes(path + ".docx")).startsWith('P', 'K');
        try (var document = Loader.loadPDF(pdf)) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theNoticeSaysWhatIsAskedOfWhomAndUntilWhen() {
        Vote vote = open();

        String notice = text("/desk/votes/" + vote.id() + "/papers/vote-notice");

        assertThat(notice)
                .contains("表决公告", "是否同意修改管理规约？", "积、人数均过半", "业主4人", "380.50㎡", "2024年3月16日", "2024年3月29日", "小区物业用房一楼")
                .doesNotContain("{{", "¶");
        assertThat(text("/votes/" + vote.id() + "/notice")).isEqualTo(notice);
    }

    @Test
    void aBallotIsNumberedAndBlankAndOnlyWhileItIsOut() {
        Vote vote = open();
        papers.issue(vote, 1, WORKER);
        papers.issue(vote, 2, WORKER);
        papers.voidPaper(vote, 2, VoidReason.LOST, "遗失", WORKER);
        String path = "/desk/votes/" + vote.id() + "/papers/ballot/";

        String ballot = text(path + "1");

        assertThat(ballot)
                .contains("票号：1·", "1幢1-101", "面积：100.00㎡", "□同意", "□反对", "□弃权", "候选人：张三", "应选5人", "均不同意", "乙物业服务有限公司")
                .doesNotContain("√同意", "业主1号");
        assertThat(street.get(path + "2.pdf").statusCode()).isEqualTo(404);
        assertThat(street.get(path + "9.pdf").statusCode()).isEqualTo(404);
    }

    @Test
    void aDeliveryListHasRoomsAndBoxesForStaffOfTheScopeOnly() {
        Vote vote = open();
        papers.issue(vote, 1, WORKER);
        String path = "/desk/votes/" + vote.id() + "/papers/delivery-list/1";

        assertThat(text(path)).contains("1幢", "1-101", "□当面", "□邮寄", "□张").doesNotContain("业主1号");

        try (Visitor foreign = new StaffMember(
                        people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331003001")))
                .signedIn(port)) {
            assertThat(foreign.get(path + ".pdf").statusCode()).isEqualTo(404);
        }
        try (Visitor county = new StaffMember(
                        people, time, Role.COUNTY, new Scope.OfDivision(new DivisionCode("331002")))
                .signedIn(port)) {
            assertThat(county.get(path + ".pdf").statusCode()).isEqualTo(403);
        }
        assertThat(street.get("/desk/votes/" + vote.id() + "/papers/delivery-list/9.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theFilingFormNamesTheElectedAndTheDayOfFiling() {
        Vote vote = CountedVotes.ofEachKind(context, fixtures);

        String form = text("/desk/votes/" + vote.id() + "/papers/filing-form");

        assertThat(form)
                .contains("业主委员会备案表", "椒江区白云街道", "2024年3月30日", "2024年4月29日", "300人")
                .contains(List.of("张三", "李四"));
        Vote open = open();
        assertThat(street.get("/desk/votes/" + open.id() + "/papers/filing-form.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aRulingIsPrintedOnceItIsMadeAndPersonalDataNeverGetsIntoIt() {
        Vote vote = CountedVotes.ofEachKind(context, fixtures);
        Viewer owner = new Viewer(
                4_711, "业主", 1, Role.OWNER, new Scope.OfCommunity(vote.id().community()), "");
        objections.object(vote, new Objections.Wish(1, "计票时间不对", "详情"), List.of(), owner);
        String path = "/desk/votes/" + vote.id();
        assertThat(street.get(path + "/papers/objection-ruling/1.pdf").statusCode())
                .isEqualTo(404);
        street.get(path + "/objections");

        var refused = street.post(path + "/objections/1/ruling", "upheld", "false", "reason", "经电话13800138000核实，时间无误。");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("经电话138****8000核实，时间无误。", "手机号");
        street.post(path + "/objections/1/ruling", "upheld", "false", "reason", "经核实，时间无误。");

        assertThat(text(path + "/papers/objection-ruling/1"))
                .contains("异议处理决定书", "计票时间不对", "经核实，时间无误。", "异议不成立", "一年内请求人民法院");
    }
}

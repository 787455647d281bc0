package org.linli.decisions.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.decisions.reach.ReachGround.BAIYUN;
import static org.linli.decisions.reach.ReachGround.OTHER;
import static org.linli.decisions.reach.ReachGround.WORKER;
import static org.linli.decisions.reach.ReachGround.agree;
import static org.linli.decisions.reach.ReachGround.oppose;
import static org.linli.decisions.reach.ReachGround.photo;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.RecordCloser;
import org.linli.decisions.reach.delivery.Deliveries;
import org.linli.decisions.reach.delivery.Way;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.decisions.reach.paper.VoidReason;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.platform.todo.Todo;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Pages and desk of those who bring ballots to owners show what waits, and no choice. */
@LinliTest
class ReachPagesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Deliveries deliveries;

    @Autowired
    PaperBallots papers;

    @Autowired
    PaperReadings readings;

    @Autowired
    RecordCloser closer;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @Autowired
    List<Todo> todos;

    @Autowired
    BusinessTime businessTime;

    @LocalServerPort
    int port;

    ReachGround ground;

    @BeforeEach
    void anOpenVoteOfTwelveHomes() {
        ground = new ReachGround(context);
    }

    @AfterEach
    void restored() {
        ground.fixtures.restoreTime();
    }

    @Test
    void theCompanySeesNothingOfWhoWasReached() {
        int number = ground.returned(5);
        ground.scan(number);
        deliveries.record(ground.vote, List.of(1), Way.HANDED_OVER, VoteFixtures.OPENS, "", photo(), WORKER);
        List<String> pages = List.of(
                "",
                "/delivery",
                "/delivery/1",
                "/deliveries/1/evidence",
                "/paper",
                "/paper/" + number,
                "/paper/" + number + "/print",
                "/paper/" + number + "/scans/1",
                "/assisted",
                "/assisted/1",
                "/proxies",
                "/anomalies",
                "/denials",
                "/roll",
                "/count",
                "/papers/delivery-list/1.docx");
        for (StaffMember theirs : ground.companyStaff()) {
            try (Visitor visitor = theirs.signedIn(port)) {
                for (String page : pages) {
                    assertThat(visitor.get("/desk/votes/" + ground.vote.id() + page)
                                    .statusCode())
                            .as(page)
                            .isIn(403, 404);
                }
            }
        }
    }

    @Test
    void listsShowNoChoiceAndTheCompanyNothing() {
        int number = ground.returned(5);
        ground.scan(number);
        readings.read(ground.vote, number, oppose(), "", WORKER);
        Visitor street = ground.staff(Role.STREET).signedIn(port);
        String path = "/desk/votes/" + ground.vote.id();

        // The register of proxies offers all three answers in its form, and tells nobody's.
        for (String page : List.of("/delivery", "/delivery/1", "/paper", "/assisted", "/anomalies")) {
            var answer = street.get(path + page);
            assertThat(answer.statusCode()).as(page).isEqualTo(200);
            assertThat(answer.body().replaceAll("(?s)reach\\.reminder.*?<", "").replaceAll("同意、反对、弃权都由您自己决定", ""))
                    .as(page)
                    .doesNotContain("反对", "OPPOSE", "<script>", " style=");
        }
        assertThat(street.get(path + "/paper/" + number).statusCode()).isEqualTo(200);
        Visitor foreign = new StaffMember(
                        people, real, Role.STREET, new Scope.OfDivision(new DivisionCode("331003001")))
                .signedIn(port);
        assertThat(foreign.get(path + "/delivery").statusCode()).isEqualTo(404);
        assertThat(new Visitor(port)
                        .get("/votes/" + ground.vote.id() + "/anomalies")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void theDeskTellsWhatWaitsAndForgetsWhatIsDone() {
        ground.fixtures.today(VoteFixtures.LAST_DAY.minusDays(4));
        int number = ground.returned(5);
        ground.scan(number);
        readings.read(ground.vote, number, agree(), "", WORKER);
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-reading 1");
        ground.fixtures.today(VoteFixtures.LAST_DAY.minusDays(3));
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-reading 1", "todo.homes-unreached 1");
        assertThat(waits(Role.COMMITTEE)).containsExactly("todo.homes-unreached 1");
        assertThat(waits(Role.PROJECT_MANAGER)).isEmpty();

        readings.read(ground.vote, number, agree(), "", OTHER);
        deliveries.record(
                ground.vote,
                ground.roll().parts().stream().map(RollView.Part::homeNo).toList(),
                Way.HANDED_OVER,
                VoteFixtures.OPENS,
                "",
                photo(),
                WORKER);
        assertThat(waits(Role.STREET)).isEmpty();

        int lost = ground.issue(6);
        ground.fixtures.now(ground.vote.terms().deadline().plusSeconds(21));
        closer.close(ground.vote);
        ground.fixtures.step(ground.vote, VoteState.CLOSED);
        assertThat(waits(Role.STREET)).containsExactly("todo.paper-unreconciled 1");
        papers.voidPaper(ground.fixtures.get(ground.vote.id()), lost, VoidReason.LOST, "遗失", WORKER);
        assertThat(waits(Role.STREET)).isEmpty();
    }

    private List<String> waits(Role role) {
        Viewer viewer = new Viewer(1, "", 1, role, new Scope.OfDivision(BAIYUN), "");
        RowScope rows =
                new RowScope("", new Long[] {ground.vote.id().community().value()});
        return todos.stream()
                .filter(todo -> todo.getClass().getSimpleName().startsWith("ReachTodo"))
                .flatMap(todo -> todo.groups(viewer, rows, businessTime.today(), 5).stream())
                .filter(group -> group.total() > 0)
                .map(group -> group.key() + " " + group.total())
                .toList();
    }
}

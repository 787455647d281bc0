package org.linli.decisions.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.meetings.Meetings.Problem;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.RealTime;
import org.linli.platform.todo.TodoGroup;
import org.linli.publishing.notices.Notice;
import org.linli.publishing.notices.Notices;
import org.linli.registry.Committees;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.Memberships;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A committee of seven with six members and an alternate: four must be there, and four must agree. */
@LinliTest
class MeetingsTests {

    private static final LocalDate MET = LocalDate.of(2024, 3, 5);
    private static final LocalDate POSTED = LocalDate.of(2024, 3, 2);
    private static final int ALTERNATE = 7;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    Meetings meetings;

    @Autowired
    MeetingTodo todo;

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    Committees committees;

    @Autowired
    Memberships memberships;

    @Autowired
    Notices notices;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    private VoteFixtures fixtures;
    private CommunityId community;

    @BeforeEach
    void aCommittee() {
        fixtures = VoteFixtures.in(context);
        fixtures.today(MET);
        community = Registered.community(communities, divisions);
        LocalDate from = LocalDate.of(2024, 1, 1);
        Registered.key(committees.elect(
                community,
                new Committees.Term(Committees.Kind.COMMITTEE, from, from, from.plusYears(3), 7, "椒备〔2024〕1号", from),
                "测试",
                Registered.CLERK));
        for (int i = 1; i <= ALTERNATE; i++) {
            Committees.Post post = i == ALTERNATE ? Committees.Post.ALTERNATE : Committees.Post.MEMBER;
            Registered.key(memberships.add(community, 1, "委员" + i, post, null, from, Registered.CLERK));
        }
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void moreThanHalfOfTheSeatsMustBeThereAndMoreThanHalfMustAgree() {
        assertThat(record(Set.of(1, 2, 3, 4, 5), topic("续聘会计", 4, 1, 0), topic("购买桌椅", 3, 0, 2)))
                .isEmpty();
        assertThat(record(Set.of(1, 2, 3), topic("购买打印机", 3, 0, 0))).isEmpty();

        List<Meeting> found = meetings.list(community, RowScope.everything());
        assertThat(found).extracting(Meeting::number).containsExactly(2, 1);
        assertThat(found.getLast().hasQuorum()).isTrue();
        assertThat(found.getLast().topics()).extracting(Meeting.Topic::adopted).containsExactly(true, false);
        assertThat(record(Set.of(1, 2, 3), topic("购买打印机", 3, 0, 0)))
                .as("a second click")
                .contains(Problem.TWICE);
        assertThat(found.getFirst().hasQuorum()).isFalse();
        assertThat(found.getFirst().topics()).extracting(Meeting.Topic::adopted).containsExactly(false);
    }

    @Test
    void whatTheMinutesCannotSayIsRefused() {
        Minutes.Topic sound = topic("续聘会计", 4, 0, 0);
        Set<Integer> four = Set.of(1, 2, 3, 4);

        assertThat(record(POSTED.plusDays(1), MET, four, sound)).contains(Problem.POSTED_LATE);
        assertThat(record(POSTED, MET.plusDays(1), four, sound)).contains(Problem.IN_FUTURE);
        assertThat(record(LocalDate.of(2023, 12, 1), LocalDate.of(2023, 12, 31), four, sound))
                .contains(Problem.NO_COMMITTEE);
        assertThat(record(Set.of(1, 2, 3, ALTERNATE), sound))
                .as("an alternate has no vote")
                .contains(Problem.NOT_A_MEMBER);
        assertThat(record(Set.of(), sound)).contains(Problem.NOT_A_MEMBER);
        assertThat(record(four)).contains(Problem.NO_TOPIC);
        assertThat(record(four, topic("联系 138 0000 0000", 4, 0, 0))).contains(Problem.PERSONAL_DATA);
        assertThat(record(four, topic("续聘会计", 4, 1, 0))).contains(Problem.VOTES_DO_NOT_ADD_UP);
        assertThat(record(four, topic("续聘会计", 3, 0, 0))).contains(Problem.VOTES_DO_NOT_ADD_UP);
        assertThat(meetings.list(community, RowScope.everything())).isEmpty();
    }

    @Test
    void whatWasDecidedWaitsOnTheDeskUntilItHangs() {
        record(Set.of(1, 2, 3, 4), topic("续聘会计", 4, 0, 0));
        Meeting meeting = meetings.list(community, RowScope.everything()).getFirst();
        LocalDate due = LocalDate.of(2024, 3, 8);
        assertThat(waiting(Role.COMMITTEE)).containsExactly(due);
        assertThat(waiting(Role.STREET)).containsExactly(due);
        assertThat(waiting(Role.COMPANY)).isEmpty();

        assertThat(meetings.hang(file(), meeting, viewer(Role.COMMITTEE))).isEmpty();

        assertThat(waiting(Role.COMMITTEE)).isEmpty();
        assertThat(hanging())
                .singleElement()
                .satisfies(notice -> assertThat(notice.body())
                        .contains("全体 7 席", "到会 4 人", "续聘会计", "同意 4", "通过")
                        .doesNotContain("委员1"));
        assertThat(meetings.hang(file(), meeting, viewer(Role.COMMITTEE))).contains(Problem.NOTHING_TO_HANG);
    }

    @Test
    void minutesThatWereWrongHoldNoMoreAndComeDown() {
        record(Set.of(1, 2, 3, 4), topic("续聘会计", 4, 0, 0));
        Meeting meeting = meetings.list(community, RowScope.everything()).getFirst();
        meetings.hang(file(), meeting, viewer(Role.COMMITTEE));

        assertThat(meetings.voidMinutes(meeting, " ", viewer(Role.STREET))).contains(Problem.NO_REASON);
        assertThat(meetings.voidMinutes(meeting, "日期写错", viewer(Role.STREET))).isEmpty();
        assertThat(meetings.voidMinutes(meeting, "日期写错", viewer(Role.STREET))).contains(Problem.NO_REASON);

        assertThat(meetings.list(community, RowScope.everything()).getFirst().voided())
                .isEqualTo("日期写错");
        assertThat(hanging()).isEmpty();
        assertThat(waiting(Role.COMMITTEE)).isEmpty();
    }

    @Test
    void theStreetTakesMinutesOnThePageAndTheFileShowsThem() {
        StaffMember street =
                new StaffMember(people, real, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")));
        String desk = "/desk/communities/" + community + "/meetings";
        try (Visitor visitor = street.signedIn(port)) {
            visitor.get(desk);
            String[] minutes = {
                "posted_on",
                POSTED.toString(),
                "met_on",
                MET.toString(),
                "present",
                "1",
                "present",
                "2",
                "present",
                "3",
                "present",
                "4",
                "topic",
                "续聘会计",
                "agreed",
                "4",
                "opposed",
                "",
                "abstained",
                ""
            };
            assertThat(visitor.post(desk, minutes).statusCode()).isEqualTo(303);
            assertThat(visitor.get(desk).body()).contains("续聘会计", "到会 4 人，全体 7 席", "决定尚未公布");
            minutes[1] = MET.toString();
            var refused = visitor.post(desk, minutes);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("DEC-623", "续聘会计");
            minutes[1] = "later";
            assertThat(visitor.post(desk, minutes).body()).contains("无法识别");
            assertThat(visitor.post(desk + "/1/notice").statusCode()).isEqualTo(303);
            assertThat(visitor.get(desk).body()).contains("决定已公布");
            assertThat(visitor.get("/registry/communities/" + community).body()).contains("业主委员会会议", "续聘会计");
        }
    }

    private java.util.Optional<Problem> record(Set<Integer> present, Minutes.Topic... topics) {
        return record(POSTED, MET, present, topics);
    }

    private java.util.Optional<Problem> record(
            LocalDate posted, LocalDate met, Set<Integer> present, Minutes.Topic... topics) {
        return meetings.record(
                file(),
                new Minutes(posted, met, present, List.of(topics)),
                RowScope.everything(),
                viewer(Role.COMMITTEE));
    }

    private static Minutes.Topic topic(String text, int agreed, int opposed, int abstained) {
        return new Minutes.Topic(text, agreed, opposed, abstained);
    }

    private List<LocalDate> waiting(Role role) {
        return todo.groups(viewer(role), new RowScope("", new Long[] {community.value()}), MET, 5).stream()
                .flatMap(group -> group.lines().stream().map(TodoGroup.Line::due))
                .toList();
    }

    private List<Notice> hanging() {
        return notices.current(community, file().base().division().value()).stream()
                .filter(notice -> notice.kind().equals("COMMITTEE_DECISION") && notice.retracted() == null)
                .toList();
    }

    private CommunityFile file() {
        return communities.find(community, AsOf.day(MET), RowScope.everything()).orElseThrow();
    }

    private Viewer viewer(Role role) {
        return new Viewer(1, "测试员", 1, role, new Scope.OfCommunity(community), "");
    }
}

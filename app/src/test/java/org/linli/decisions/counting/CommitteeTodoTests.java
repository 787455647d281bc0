package org.linli.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.TodoGroup;
import org.linli.registry.Committees;
import org.linli.registry.Communities;
import org.linli.registry.Memberships;
import org.linli.registry.PreparatorySteps;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The days on which a committee's term, filing and seats begin and cease to wait for somebody (domain a.7). */
@LinliTest
class CommitteeTodoTests {

    private static final LocalDate BEGAN = LocalDate.of(2021, 1, 1);
    private static final LocalDate ENDS = LocalDate.of(2023, 12, 31);
    private static final int SEATS = 5;

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    Committees committees;

    @Autowired
    Memberships memberships;

    @Autowired
    PreparatorySteps preparations;

    @Autowired
    CommitteeTodo todo;

    @Autowired
    PreparatoryTodo preparatory;

    private CommunityId community;

    @BeforeEach
    void aCommunity() {
        community = Registered.community(communities, divisions);
    }

    @Test
    void theEndOfATermIsSaid180And90And60DaysBeforeAndTheDayAfter() {
        elect("椒备〔2021〕1号");

        assertThat(keys(Role.COMMITTEE, LocalDate.of(2023, 7, 3))).isEmpty();
        assertThat(keys(Role.COMMITTEE, LocalDate.of(2023, 7, 4))).containsExactly("todo.term-180");
        assertThat(keys(Role.COMMITTEE, LocalDate.of(2023, 10, 1))).containsExactly("todo.term-180");
        assertThat(keys(Role.COMMITTEE, LocalDate.of(2023, 10, 2))).containsExactly("todo.term-90");
        assertThat(keys(Role.COMMITTEE, LocalDate.of(2023, 10, 31))).containsExactly("todo.term-90");
        assertThat(keys(Role.STREET, LocalDate.of(2023, 11, 1))).containsExactly("todo.term-60");
        assertThat(keys(Role.STREET, ENDS)).containsExactly("todo.term-60");
        assertThat(keys(Role.STREET, ENDS.plusDays(1))).containsExactly("todo.term-over");
    }

    @Test
    void aCommitteeIsFiledWithinThirtyDaysOfItsElection() {
        elect(null);
        LocalDate due = LocalDate.of(2021, 1, 31);

        assertThat(keys(Role.COMMITTEE, BEGAN.minusDays(1))).isEmpty();
        assertThat(keys(Role.COMMITTEE, BEGAN)).containsExactly("todo.committee-filing");
        TodoGroup group = groups(Role.COUNTY, due).getFirst();
        assertThat(group.lines()).extracting(TodoGroup.Line::due).containsExactly(due);
        assertThat(group.lines().getFirst().isOverdue(due)).isFalse();
        assertThat(group.lines().getFirst().isOverdue(due.plusDays(1))).isTrue();
    }

    @Test
    void aFiledCommitteeHasNothingToFile() {
        elect("椒备〔2021〕2号");

        assertThat(keys(Role.COMMITTEE, BEGAN.plusDays(10))).isEmpty();
    }

    @Test
    void fewerThanHalfOfTheSeatsAreElectedAgain() {
        elect("椒备〔2021〕3号");
        seat(SEATS);
        LocalDate lastDay = LocalDate.of(2022, 5, 31);
        leave(1, lastDay);
        leave(2, lastDay);
        assertThat(keys(Role.STREET, LocalDate.of(2022, 7, 1))).isEmpty(); // three of five

        LocalDate third = LocalDate.of(2022, 8, 10);
        leave(3, third);

        assertThat(keys(Role.STREET, third)).isEmpty();
        assertThat(keys(Role.STREET, third.plusDays(1))).contains("todo.committee-half");
        assertThat(keys(Role.COMMITTEE, ENDS)).contains("todo.committee-half");
        assertThat(keys(Role.COMMITTEE, ENDS.plusDays(1))).doesNotContain("todo.committee-half");
    }

    @Test
    void alternatesFillNoSeat() {
        elect("椒备〔2021〕4号");
        seat(2);
        for (int i = 0; i < 2; i++) {
            Registered.key(
                    memberships.add(community, 1, "候补" + i, Committees.Post.ALTERNATE, null, BEGAN, Registered.CLERK));
        }

        assertThat(keys(Role.STREET, BEGAN.plusDays(60))).containsExactly("todo.committee-half");
    }

    @Test
    void aCommitteeWithoutRecordedMembersIsNotCalledEmpty() {
        elect("椒备〔2021〕5号");

        assertThat(keys(Role.STREET, BEGAN.plusDays(60))).isEmpty();
    }

    @Test
    void whoLeavesHandsOverWithinThreeDays() {
        elect("椒备〔2021〕6号");
        seat(SEATS);
        LocalDate lastDay = LocalDate.of(2022, 9, 10);
        leave(4, lastDay);

        assertThat(keys(Role.COMMITTEE, lastDay)).isEmpty();
        assertThat(groups(Role.COMMITTEE, lastDay.plusDays(1)).getFirst().lines())
                .extracting(TodoGroup.Line::due)
                .containsExactly(LocalDate.of(2022, 9, 13));
        assertThat(keys(Role.COMMITTEE, lastDay.plusDays(3))).containsExactly("todo.member-handover");
        assertThat(keys(Role.COMMITTEE, lastDay.plusDays(4))).isEmpty();
    }

    @Test
    void aPreparatoryGroupHasThreeClocksUntilAnotherBodyIsElected() {
        LocalDate formed = LocalDate.of(2023, 6, 5);
        LocalDate meets = LocalDate.of(2023, 9, 4);
        Registered.key(committees.elect(
                community,
                new Committees.Term(Committees.Kind.PREPARATORY_GROUP, formed, formed, meets, SEATS, null, null),
                "测试",
                Registered.CLERK));

        assertThat(clocks(Role.STREET, formed.minusDays(1))).isEmpty();
        assertThat(clocks(Role.COMMITTEE, formed)).isEmpty();
        assertThat(clocks(Role.STREET, formed))
                .containsExactly(
                        "todo.preparatory-data null",
                        "todo.preparatory-list 2023-06-08",
                        "todo.preparatory-meeting 2023-09-04");

        done(PreparatorySteps.Step.LIST_POSTED, formed);
        done(PreparatorySteps.Step.DEVELOPER_TOLD, formed);
        assertThat(clocks(Role.COMMUNITY_WORKER, formed))
                .containsExactly("todo.preparatory-data 2023-06-12", "todo.preparatory-meeting 2023-09-04");

        done(PreparatorySteps.Step.DATA_HANDED_OVER, formed.plusDays(1));
        assertThat(clocks(Role.STREET, meets.plusDays(9))).containsExactly("todo.preparatory-meeting 2023-09-04");

        Registered.key(committees.elect(
                community,
                new Committees.Term(
                        Committees.Kind.COMMITTEE, meets, meets, meets.plusYears(3), SEATS, "椒备〔2023〕7号", meets),
                "测试",
                Registered.CLERK));
        assertThat(clocks(Role.STREET, meets)).isEmpty();
    }

    private void done(PreparatorySteps.Step step, LocalDate on) {
        Registered.key(preparations.record(community, 1, step, on, "测试", Registered.CLERK));
    }

    private List<String> clocks(Role role, LocalDate today) {
        return preparatory.groups(viewer(role), scope(), today, 10).stream()
                .flatMap(group -> group.lines().stream().map(line -> group.key() + " " + line.due()))
                .toList();
    }

    private void elect(@Nullable String filing) {
        Registered.key(committees.elect(
                community,
                new Committees.Term(Committees.Kind.COMMITTEE, BEGAN, BEGAN, ENDS, SEATS, filing, null),
                "测试",
                Registered.CLERK));
    }

    private void seat(int members) {
        for (int i = 1; i <= members; i++) {
            Registered.key(
                    memberships.add(community, 1, "委员" + i, Committees.Post.MEMBER, null, BEGAN, Registered.CLERK));
        }
    }

    private void leave(int member, LocalDate lastDay) {
        Registered.key(memberships.end(community, 1, member, lastDay, Registered.CLERK));
    }

    private List<String> keys(Role role, LocalDate today) {
        return groups(role, today).stream().map(TodoGroup::key).toList();
    }

    private List<TodoGroup> groups(Role role, LocalDate today) {
        return todo.groups(viewer(role), scope(), today, 10);
    }

    private Viewer viewer(Role role) {
        return new Viewer(1, "测试员", 1, role, new Scope.OfCommunity(community), "");
    }

    private RowScope scope() {
        return new RowScope("", new Long[] {community.value()});
    }
}

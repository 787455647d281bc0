package org.linli.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.decisions.testing.Homestead;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.TodoGroup;
import org.linli.registry.Committees;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@LinliTest
class FirstAssemblyTodoTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    Committees committees;

    @Autowired
    FirstAssemblyTodo todo;

    @Test
    void isSaidFromSixtyPerCentDeliveredUntilThereIsACommittee() {
        Homestead area = Homestead.empty(context);
        area.flat(6_000, Homestead.person(1));
        area.undelivered("RESIDENCE", 4_001L);
        assertThat(waiting(area, Role.STREET)).isZero(); // 59.99 %

        area.flat(10, Homestead.person(2));

        assertThat(waiting(area, Role.STREET)).isOne();
        assertThat(waiting(area, Role.COMMUNITY_WORKER)).isOne();
        assertThat(todo.groups(viewer(Role.COMMITTEE), rows(area), Registered.DAY, 5))
                .isEmpty();

        LocalDate from = LocalDate.of(2023, 1, 1);
        Registered.key(committees.elect(
                area.id(),
                new Committees.Term(Committees.Kind.COMMITTEE, from, from, from.plusYears(4), 5, null, null),
                "测试",
                Registered.CLERK));
        assertThat(waiting(area, Role.STREET)).isZero();
    }

    private long waiting(Homestead area, Role role) {
        List<TodoGroup> groups = todo.groups(viewer(role), rows(area), Registered.DAY, 5);
        return groups.stream().mapToLong(TodoGroup::total).sum();
    }

    private static RowScope rows(Homestead area) {
        return new RowScope("", new Long[] {area.id().value()});
    }

    private static Viewer viewer(Role role) {
        return new Viewer(1, "", 1, role, new Scope.OfCommunity(new org.linli.platform.ids.CommunityId(1)), "");
    }
}

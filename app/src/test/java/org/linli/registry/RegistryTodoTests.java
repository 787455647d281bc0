package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.TodoGroup;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** The days on which the end of a contract begins and ceases to wait for somebody (domain a.13). */
@LinliTest
class RegistryTodoTests {

    private static final LocalDate END = LocalDate.of(2024, 6, 30);

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Divisions divisions;

    @Autowired
    Engagements engagements;

    @Autowired
    RegistryTodo todo;

    private CommunityId community;

    @BeforeEach
    void aContractThatEnds() {
        community = Registered.community(communities, divisions);
        Map<String, String> terms = Registered.terms(Registered.company(companies, divisions), Registered.DAY);
        terms.put("contract_to", END.toString());
        Registered.key(engagements.sign(community, Registered.read(terms), "测试", Registered.CLERK));
    }

    @Test
    void aCompanySaysWhetherItGoesOnFrom120To90DaysBeforeTheEnd() {
        LocalDate due = LocalDate.of(2024, 4, 1);

        assertThat(due(Role.COMPANY, "renewal-notice", END.minusDays(121))).isEmpty();
        assertThat(due(Role.COMPANY, "renewal-notice", END.minusDays(120))).containsExactly(due);
        assertThat(due(Role.PROJECT_MANAGER, "renewal-notice", due)).containsExactly(due);
        assertThat(due(Role.COMPANY, "renewal-notice", due.plusDays(1))).isEmpty();
    }

    @Test
    void theOwnersDecideFrom90DaysBeforeTheEnd() {
        assertThat(due(Role.COMMITTEE, "contract-ends", END.minusDays(91))).isEmpty();
        assertThat(due(Role.COMMITTEE, "contract-ends", END.minusDays(90))).containsExactly(END.minusDays(90));
        assertThat(due(Role.COMMITTEE, "contract-ends", END)).hasSize(1);
        assertThat(due(Role.COMMITTEE, "contract-ends", END.plusDays(1))).isEmpty();
    }

    @Test
    void aContractThatIsOverWaitsForItsExitWithinFifteenDays() {
        assertThat(due(Role.STREET, "contract-over", END)).isEmpty();
        for (Role role : List.of(Role.STREET, Role.COMMITTEE, Role.COMPANY)) {
            assertThat(due(role, "contract-over", END.plusDays(1))).containsExactly(LocalDate.of(2024, 7, 15));
        }
        assertThat(group(Role.STREET, "contract-over", LocalDate.of(2024, 7, 15))
                        .lines())
                .noneMatch(line -> line.isOverdue(LocalDate.of(2024, 7, 15)))
                .allMatch(line -> line.isOverdue(LocalDate.of(2024, 7, 16)));
    }

    @Test
    void aContractThatRunsOnWaitsForNobody() {
        CommunityId other = Registered.community(communities, divisions);
        Map<String, String> terms = Registered.terms(Registered.company(companies, divisions), Registered.DAY);
        terms.put("contract_to", END.toString());
        terms.put("continuing", "on");
        Registered.key(engagements.sign(other, Registered.read(terms), "测试", Registered.CLERK));
        community = other;

        assertThat(due(Role.STREET, "contract-over", END.plusDays(1))).isEmpty();
        assertThat(due(Role.COMPANY, "renewal-notice", END.minusDays(100))).isEmpty();
    }

    private List<LocalDate> due(Role role, String rule, LocalDate today) {
        return group(role, rule, today).lines().stream()
                .map(TodoGroup.Line::due)
                .toList();
    }

    private TodoGroup group(Role role, String rule, LocalDate today) {
        Viewer viewer = new Viewer(1, "测试员", 1, role, new Scope.OfCommunity(community), "");
        return todo.groups(viewer, new RowScope("", new Long[] {community.value()}), today, 10).stream()
                .filter(group -> group.key().equals("todo." + rule))
                .findFirst()
                .orElseThrow();
    }
}

package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.TodoGroup.Column;
import org.linli.registry.PreparatorySteps;
import org.linli.registry.PreparatorySteps.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The clocks of preparatory groups, for the street that guides them: the list of members, the developer's data, the first meeting.
 *
 * <p>A group is done once its vote has opened or another body of the community was elected.
 */
@Component
class PreparatoryTodo implements Todo {

    private static final String GROUPS = """
            select t.community_id, c.name, c.division_code, t.decided_on, t.term_to,
                   %s posted, %s told, %s handed_over
            from linli.committee t %s
            where t.superseded_at is null and t.kind = 'PREPARATORY_GROUP' and t.decided_on <= cast(:today as date)
              and t.valid_from <= cast(:today as date) and (t.valid_to is null or t.valid_to > cast(:today as date))
              and not exists (select 1 from linli.committee o
                               where o.community_id = t.community_id and o.superseded_at is null
                                 and o.kind <> 'PREPARATORY_GROUP' and o.decided_on >= t.decided_on)
              and not exists (select 1 from linli.vote v
                                join linli.vote_state s on s.community_id = v.community_id and s.vote_no = v.vote_no
                               where v.community_id = t.community_id and v.initiator = 'PREP_GROUP' and not v.rehearsal
                                 and s.state = 'OPEN' and s.day >= t.decided_on)
              and %s
            order by t.community_id, t.committee_no
            """.formatted(
                    done(Step.LIST_POSTED),
                    done(Step.DEVELOPER_TOLD),
                    done(Step.DATA_HANDED_OVER),
                    TodoRows.PLACE,
                    RowScope.SQL);

    private final JdbcClient jdbc;
    private final Divisions divisions;

    PreparatoryTodo(JdbcClient jdbc, Divisions divisions) {
        this.jdbc = jdbc;
        this.divisions = divisions;
    }

    private static String done(Step step) {
        return """
                (select p.done_on from linli.preparatory_step p
                  where p.community_id = t.community_id and p.committee_no = t.committee_no and p.step = '%s'
                  order by p.version_no desc limit 1)""".formatted(step);
    }

    private record Group(
            long community,
            String name,
            DivisionCode division,
            LocalDate formedOn,
            LocalDate meetsBy,
            @Nullable LocalDate postedOn,
            @Nullable LocalDate toldOn,
            @Nullable LocalDate handedOverOn) {

        List<Clock> clocks() {
            List<Clock> clocks = new ArrayList<>();
            if (postedOn == null) {
                clocks.add(new Clock(
                        "todo.preparatory-list", this, PreparatorySteps.due(Step.LIST_POSTED, formedOn, null)));
            }
            if (handedOverOn == null) {
                clocks.add(new Clock(
                        "todo.preparatory-data", this, PreparatorySteps.due(Step.DATA_HANDED_OVER, formedOn, toldOn)));
            }
            clocks.add(new Clock("todo.preparatory-meeting", this, meetsBy));
            return clocks;
        }
    }

    /** @param due null before it runs */
    private record Clock(String key, Group group, @Nullable LocalDate due) {}

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET -> groups(Column.MINE, rows, today, limit);
            case COMMUNITY_WORKER -> groups(Column.OTHERS, rows, today, limit);
            default -> List.of();
        };
    }

    private List<TodoGroup> groups(Column column, RowScope rows, LocalDate today, int limit) {
        List<Group> groups = jdbc.sql(GROUPS)
                .params(rows.parameters())
                .param("today", today)
                .query(PreparatoryTodo::group)
                .list();
        Map<DivisionCode, String> places =
                divisions.fullNames(groups.stream().map(Group::division).collect(Collectors.toSet()));
        Map<String, List<Clock>> clocks = groups.stream()
                .flatMap(group -> group.clocks().stream())
                .collect(Collectors.groupingBy(Clock::key, TreeMap::new, Collectors.toList()));
        return clocks.entrySet().stream()
                .map(entry -> new TodoGroup(
                        column,
                        entry.getKey(),
                        entry.getValue().size(),
                        "/registry/communities",
                        entry.getValue().stream()
                                .sorted(Comparator.comparing(
                                        Clock::due, Comparator.nullsFirst(Comparator.naturalOrder())))
                                .limit(limit)
                                .map(clock -> line(clock, places))
                                .toList()))
                .toList();
    }

    private static TodoGroup.Line line(Clock clock, Map<DivisionCode, String> places) {
        return new TodoGroup.Line(
                clock.group.name,
                places.getOrDefault(clock.group.division, ""),
                clock.due,
                "/registry/communities/" + clock.group.community + "?tab=committees");
    }

    private static Group group(ResultSet row, int number) throws SQLException {
        return new Group(
                row.getLong("community_id"),
                row.getString("name"),
                new DivisionCode(row.getString("division_code")),
                row.getObject("decided_on", LocalDate.class),
                row.getObject("term_to", LocalDate.class),
                row.getObject("posted", LocalDate.class),
                row.getObject("told", LocalDate.class),
                row.getObject("handed_over", LocalDate.class));
    }
}

package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteState;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.stereotype.Component;

/** What waits before the notice: drafts to hand in for organisers, drafts to read for street and neighbourhood. */
@Component
public class DraftingTodo implements Todo {

    private static final int MOST = 500;

    private final VoteList list;
    private final Divisions divisions;
    private final BusinessTime time;

    DraftingTodo(VoteList list, Divisions divisions, BusinessTime time) {
        this.list = list;
        this.divisions = divisions;
        this.time = time;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET, COMMUNITY_WORKER ->
                List.of(
                        group(TodoGroup.Column.MINE, "vote-review", VoteState.REVIEW, rows, limit),
                        group(TodoGroup.Column.OTHERS, "vote-draft", VoteState.DRAFT, rows, limit));
            case COMMITTEE, PMC ->
                List.of(
                        group(TodoGroup.Column.MINE, "vote-draft", VoteState.DRAFT, rows, limit),
                        group(TodoGroup.Column.OTHERS, "vote-review", VoteState.REVIEW, rows, limit));
            default -> List.of();
        };
    }

    /** How many votes wait for this hat. */
    public long waiting(Viewer viewer, RowScope rows) {
        return groups(viewer, rows, time.today(), 0).stream()
                .filter(group -> group.column() == TodoGroup.Column.MINE)
                .mapToLong(TodoGroup::total)
                .sum();
    }

    private TodoGroup group(TodoGroup.Column column, String rule, VoteState state, RowScope rows, int limit) {
        VoteFilter filter = new VoteFilter("", "", List.of(state), null, false, "", MOST);
        List<VoteLine> waiting = list.list(filter, rows).stream()
                .filter(line -> !line.days().accepted())
                .sorted(Comparator.comparing(DraftingTodo::due, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<VoteLine> shown = waiting.stream().limit(limit).toList();
        Map<DivisionCode, String> places = divisions.fullNames(
                shown.stream().map(line -> new DivisionCode(line.division())).collect(Collectors.toSet()));
        return new TodoGroup(
                column,
                "todo." + rule,
                waiting.size(),
                "/desk/votes?state=" + state,
                shown.stream()
                        .map(line -> new TodoGroup.Line(
                                line.community() + " · " + line.title(),
                                places.getOrDefault(new DivisionCode(line.division()), ""),
                                due(line),
                                "/desk/votes/" + line.id()))
                        .toList());
    }

    private static @Nullable LocalDate due(VoteLine line) {
        VoteDays.Span next = line.days().next();
        return next == null ? null : next.latest();
    }
}

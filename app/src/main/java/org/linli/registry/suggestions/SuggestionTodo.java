package org.linli.registry.suggestions;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.stereotype.Component;

/** Proposed corrections on the street's desk, and on the desk of the specialist who waits for them. */
@Component
class SuggestionTodo implements Todo {

    private static final String KEY = "todo.suggestion";

    private final Suggestions suggestions;
    private final Divisions divisions;

    SuggestionTodo(Suggestions suggestions, Divisions divisions) {
        this.suggestions = suggestions;
        this.divisions = divisions;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case STREET ->
                List.of(new TodoGroup(
                        TodoGroup.Column.MINE,
                        KEY,
                        suggestions.countOpen(rows),
                        "/registry/suggestions",
                        lines(suggestions.list(true, rows, limit), "/registry/suggestions/%2$s")));
            case SPECIALIST -> {
                List<Suggestion> own = suggestions.listOpenOf(viewer.accountId());
                yield List.of(new TodoGroup(
                        TodoGroup.Column.OTHERS,
                        KEY,
                        own.size(),
                        "/registry/suggestions",
                        lines(own.stream().limit(limit).toList(), "/registry/communities/%1$s/suggestions")));
            }
            case OWNER,
                    OCCUPANT,
                    COMMITTEE,
                    PMC,
                    PROJECT_MANAGER,
                    COMPANY,
                    COMMUNITY_WORKER,
                    COUNTY,
                    CITY,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> List.of();
        };
    }

    /** @param href where a line leads, of the community and the proposal */
    private List<TodoGroup.Line> lines(List<Suggestion> found, String href) {
        Map<DivisionCode, String> places =
                divisions.fullNames(found.stream().map(Suggestion::division).collect(Collectors.toSet()));
        return found.stream()
                .map(suggestion -> new TodoGroup.Line(
                        suggestion.community(),
                        places.getOrDefault(
                                suggestion.division(), suggestion.division().value()),
                        suggestion.dueOn(),
                        href.formatted(suggestion.id().community(), suggestion.id())))
                .toList();
    }
}

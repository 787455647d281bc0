package org.linli.registry.claims;

import java.time.LocalDate;
import java.util.List;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.stereotype.Component;

/** Papers to see, papers to confirm, disputes and links: what waits at the desk, each with its day. */
@Component
class ClaimTodo implements Todo {

    private final ClaimDesk desk;
    private final Links links;

    ClaimTodo(ClaimDesk desk, Links links) {
        this.desk = desk;
        this.links = links;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        return switch (viewer.role()) {
            case COMMUNITY_WORKER, SPECIALIST ->
                List.of(
                        claims(TodoGroup.Column.MINE, "claim-see", ClaimState.SUBMITTED, viewer, rows, limit),
                        claims(TodoGroup.Column.MINE, "claim-confirm", ClaimState.SEEN, viewer, rows, limit),
                        claims(TodoGroup.Column.OTHERS, "claim-rule", ClaimState.DISPUTED, viewer, rows, limit));
            case STREET ->
                List.of(
                        claims(TodoGroup.Column.MINE, "claim-rule", ClaimState.DISPUTED, viewer, rows, limit),
                        claims(TodoGroup.Column.MINE, "claim-confirm", ClaimState.SEEN, viewer, rows, limit),
                        claims(TodoGroup.Column.OTHERS, "claim-see", ClaimState.SUBMITTED, viewer, rows, limit),
                        links(viewer, rows, limit));
            case OWNER,
                    OCCUPANT,
                    COMMITTEE,
                    PMC,
                    PROJECT_MANAGER,
                    COMPANY,
                    COUNTY,
                    CITY,
                    AGENCY,
                    AUDITOR,
                    SYSTEM_ADMIN,
                    SECURITY_ADMIN -> List.of();
        };
    }

    private TodoGroup claims(
            TodoGroup.Column column, String kind, ClaimState state, Viewer viewer, RowScope rows, int limit) {
        return new TodoGroup(
                column,
                "todo." + kind,
                desk.count(List.of(state), rows),
                "/claims",
                desk.list(viewer, List.of(state), limit).stream()
                        .map(line -> new TodoGroup.Line(
                                line.name(),
                                line.place(),
                                line.claim().dueOn(),
                                "/claims/" + line.claim().id()))
                        .toList());
    }

    private TodoGroup links(Viewer viewer, RowScope rows, int limit) {
        return new TodoGroup(
                TodoGroup.Column.MINE,
                "todo.link-accept",
                links.countWaiting(rows),
                "/claim-links",
                links.list(viewer, Link.State.SUBMITTED, limit).stream()
                        .map(file -> new TodoGroup.Line(
                                org.linli.rules.codes.Masks.name(file.link().ownerName()),
                                file.place(),
                                file.link().dueOn(),
                                "/claim-links/" + file.link().id()))
                        .toList());
    }
}

package org.linli.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.people.AccountId;
import org.linli.people.Grant;
import org.linli.people.People;
import org.linli.people.ScopeWords;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.linli.platform.todo.Upcoming;
import org.springframework.stereotype.Component;

/** The lines of all features for a hat: filtered, and those of colleagues for whom the wearer stands in. */
@Component
class DeskLines {

    private static final int LINES_OF_A_KIND = 6;
    private static final int LINES_WHEN_FILTERED = 50;

    /** So many of the most urgent lines of a kind are looked through for a due day. */
    static final int DEPTH = 500;

    private final List<Todo> todos;
    private final RowScopes scopes;
    private final Divisions divisions;
    private final People people;
    private final ScopeWords words;

    DeskLines(List<Todo> todos, RowScopes scopes, Divisions divisions, People people, ScopeWords words) {
        this.todos = todos;
        this.scopes = scopes;
        this.divisions = divisions;
        this.people = people;
        this.words = words;
    }

    /** Everything that waits, whatever the filter says of kind and day. */
    List<TodoGroup> all(Viewer viewer, DeskQuery query, LocalDate today) {
        Viewer narrowed = narrowed(viewer, query);
        int limit = query.asksDue() ? DEPTH : query.isBlank() ? LINES_OF_A_KIND : LINES_WHEN_FILTERED;
        return todos.stream()
                .flatMap(todo -> todo.groups(narrowed, scopes.of(narrowed), today, limit).stream())
                .filter(group -> group.total() > 0)
                .toList();
    }

    /** Those of them that the filter takes. */
    List<TodoGroup> filtered(List<TodoGroup> all, DeskQuery query, LocalDate today) {
        boolean known = all.stream().anyMatch(group -> group.key().equals(query.kind()));
        return all.stream()
                .filter(group -> !known || group.key().equals(query.kind()))
                .map(group -> query.asksDue() ? due(group, query, today) : group)
                .filter(group -> group.total() > 0)
                .toList();
    }

    private static TodoGroup due(TodoGroup group, DeskQuery query, LocalDate today) {
        List<TodoGroup.Line> lines =
                group.lines().stream().filter(line -> query.takes(line, today)).toList();
        return new TodoGroup(
                group.column(),
                group.key(),
                lines.size(),
                group.href(),
                lines.stream().limit(LINES_WHEN_FILTERED).toList());
    }

    /** The same hat on a smaller division, so that lines, their numbers and their scope narrow alike. */
    private Viewer narrowed(Viewer viewer, DeskQuery query) {
        return viewer.scope() instanceof Scope.OfDivision(DivisionCode own)
                ? divisions
                        .find(query.division())
                        .map(Division::code)
                        .filter(own::covers)
                        .map(chosen -> with(viewer, new Scope.OfDivision(chosen)))
                        .orElse(viewer)
                : viewer;
    }

    private static Viewer with(Viewer viewer, Scope scope) {
        return new Viewer(
                viewer.accountId(), viewer.name(), viewer.grantId(), viewer.role(), scope, viewer.scopeName());
    }

    /** Divisions to narrow to: those below the hat's own, and those below the chosen one of them. */
    List<Division> choices(Viewer viewer, DeskQuery query) {
        if (!(viewer.scope() instanceof Scope.OfDivision(DivisionCode own))
                || own.level() == DivisionLevel.NEIGHBOURHOOD) {
            return List.of();
        }
        Optional<Division> asked = divisions.find(query.division());
        List<Division> choices = new ArrayList<>();
        for (Division child : divisions.listChildren(own)) {
            choices.add(child);
            boolean isChosen =
                    asked.filter(chosen -> child.code().covers(chosen.code())).isPresent();
            if (isChosen && child.code().level() != DivisionLevel.NEIGHBOURHOOD) {
                choices.addAll(divisions.listChildren(child.code()));
            }
        }
        return choices;
    }

    Optional<Upcoming> next(Viewer viewer, LocalDate today) {
        return todos.stream()
                .flatMap(todo -> todo.next(viewer, scopes.of(viewer), today).stream())
                .min(Comparator.comparing(Upcoming::from));
    }

    /**
     * What waits for an absent colleague, as the deputy sees it by the own grant of the same role and scope; without such a grant there
     * is nothing to see.
     */
    Optional<DeskPage.Deputised> deputised(StandIns.StandIn standIn, Viewer viewer, LocalDate today) {
        Optional<Grant> grant = people.listHats(new AccountId(viewer.accountId())).stream()
                .filter(held -> held.role() == standIn.role() && held.scope().equals(standIn.scope()))
                .findFirst();
        return grant.map(held -> {
            Viewer hat = new Viewer(
                    viewer.accountId(),
                    viewer.name(),
                    held.id().value(),
                    held.role(),
                    held.scope(),
                    words.of(held.scope(), java.util.Locale.SIMPLIFIED_CHINESE));
            boolean isWorn = standIn.isOf(viewer);
            List<TodoGroup> waiting = isWorn
                    ? List.of()
                    : all(hat, new DeskQuery("", "", ""), today).stream()
                            .filter(group -> group.column() == TodoGroup.Column.MINE)
                            .toList();
            return new DeskPage.Deputised(standIn, held.id().value(), hat.scopeName(), isWorn, waiting);
        });
    }
}

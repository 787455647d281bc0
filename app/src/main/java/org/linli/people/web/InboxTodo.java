package org.linli.people.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.linli.platform.messages.Inbox;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.todo.Todo;
import org.linli.platform.todo.TodoGroup;
import org.springframework.stereotype.Component;

/** Messages not yet seen: news on the desk, and the first thing on an owner's page. */
@Component
class InboxTodo implements Todo, MyHomeSection {

    private static final String PAGE = "/account/messages";

    private final Inbox inbox;

    InboxTodo(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit) {
        List<TodoGroup.Line> lines = inbox.listThreads(viewer.accountId(), Long.MAX_VALUE, limit).stream()
                .filter(Inbox.Received::fresh)
                .map(fresh -> new TodoGroup.Line(
                        fresh.subject(),
                        day(fresh).toString(),
                        null,
                        PAGE,
                        new TodoGroup.Act(
                                "todo.message.seen", PAGE + "/seen", Map.of("message", Long.toString(fresh.id())))))
                .toList();
        return List.of(new TodoGroup(
                TodoGroup.Column.NEWS, "todo.message", inbox.countFresh(viewer.accountId()), PAGE, lines));
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public String titleKey() {
        return "people.inbox.title";
    }

    @Override
    public List<Line> lines(Viewer viewer, LocalDate today) {
        long fresh = inbox.countFresh(viewer.accountId());
        return List.of(new Line(
                Phrase.of(fresh == 0 ? "people.inbox.none-new" : "people.inbox.new", fresh),
                null,
                null,
                PAGE,
                fresh == 0 ? Emphasis.PLAIN : Emphasis.ACT));
    }

    private static LocalDate day(Inbox.Received message) {
        return LocalDate.ofInstant(message.at(), BusinessTime.ZONE);
    }
}

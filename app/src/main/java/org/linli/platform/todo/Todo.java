package org.linli.platform.todo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;

/** Inverted port: a feature tells what waits for the hat worn, already limited to its rows. */
public interface Todo {

    /** At most {@code limit} lines of each kind, the most urgent first. */
    List<TodoGroup> groups(Viewer viewer, RowScope rows, LocalDate today, int limit);

    /** The next thing that will wait for the hat itself after today; empty when nothing is in sight. */
    default Optional<Upcoming> next(Viewer viewer, RowScope rows, LocalDate today) {
        return Optional.empty();
    }
}

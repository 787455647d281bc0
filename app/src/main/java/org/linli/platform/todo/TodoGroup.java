package org.linli.platform.todo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Things of one kind that wait.
 *
 * @param column where on the desk they stand
 * @param key text key of the kind, a verb and its object; {@code <key>.why} explains what is asked and by which rule,
 *     {@code <key>.clock} says whose time runs, {@code <key>.no-due} why a line has no due day
 * @param total how many there are in all
 * @param href the list of all of them, begins with a slash
 * @param lines the most urgent ones
 */
public record TodoGroup(Column column, String key, long total, String href, List<Line> lines) {

    /** The three columns of the desk. */
    public enum Column {
        MINE,
        OTHERS,
        NEWS
    }

    /**
     * @param subject what it is about, such as a community's name
     * @param place where it is
     * @param due last day, null without one
     * @param href one click from the work, begins with a slash
     */
    public record Line(
            String subject, String place, @Nullable LocalDate due, String href) {

        public boolean isOverdue(LocalDate today) {
            return due != null && due.isBefore(today);
        }
    }
}

package org.linli.platform.todo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
     * @param act what can be done from the row itself, null when the page must be seen first
     */
    public record Line(
            String subject,
            String place,
            @Nullable LocalDate due,
            String href,
            @Nullable Act act) {

        public Line(String subject, String place, @Nullable LocalDate due, String href) {
            this(subject, place, due, href, null);
        }

        public boolean isOverdue(LocalDate today) {
            return due != null && due.isBefore(today);
        }
    }

    /**
     * The act in the row.
     *
     * @param key text key of its button
     * @param href begins with a slash
     * @param fields what the button sends when one button suffices; empty when it opens the form of the act
     */
    public record Act(String key, String href, Map<String, String> fields) {
        public Act {
            fields = Map.copyOf(fields);
        }

        public boolean isButton() {
            return !fields.isEmpty();
        }
    }
}

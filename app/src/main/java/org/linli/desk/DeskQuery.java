package org.linli.desk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.todo.TodoGroup;

/** The filter of the desk as it stands in the address; unknown words filter nothing. */
public record DeskQuery(String kind, String due, String division) {

    private static final int WEEK = 7;
    private static final int MONTH = 30;

    /** When a line is due. */
    public enum Due {
        OVERDUE,
        WEEK,
        MONTH,
        NONE
    }

    public DeskQuery {
        kind = orEmpty(kind);
        due = orEmpty(due);
        division = orEmpty(division);
    }

    /** Spring binds what is not in the address as null. */
    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    boolean isBlank() {
        return kind.isEmpty() && due.isEmpty() && division.isEmpty();
    }

    boolean asksDue() {
        for (Due one : Due.values()) {
            if (one.name().equals(due)) {
                return true;
            }
        }
        return false;
    }

    boolean takes(TodoGroup.Line line, LocalDate today) {
        @Nullable LocalDate last = line.due();
        return switch (asksDue() ? Due.valueOf(due) : Due.NONE) {
            case OVERDUE -> line.isOverdue(today);
            case WEEK -> last != null && !last.isBefore(today) && !last.isAfter(today.plusDays(WEEK));
            case MONTH -> last != null && !last.isBefore(today) && !last.isAfter(today.plusDays(MONTH));
            case NONE -> last == null;
        };
    }
}

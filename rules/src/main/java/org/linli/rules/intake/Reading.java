package org.linli.rules.intake;

import org.jspecify.annotations.Nullable;

/**
 * What was read from one cell of a sheet: a value, nothing, or something that a person must look at.
 *
 * @param <T> type of the value
 */
public sealed interface Reading<T> {
    /**
     * A value was read.
     *
     * @param value the value
     * @param guessed whether more was assumed than is written; a person should confirm it
     * @param note what was assumed, one or several of {@link Notes} joined by a comma; null unless guessed
     * @param <T> type of the value
     */
    record Value<T>(T value, boolean guessed, @Nullable String note) implements Reading<T> {}

    /**
     * The cell is empty or says that there is nothing.
     *
     * @param <T> type of the value that is not there
     */
    record Blank<T>() implements Reading<T> {}

    /**
     * The cell cannot be taken as it is.
     *
     * @param problem why
     * @param suggestion a text that can be read and may be meant, null when there is none
     * @param <T> type of the value that was asked for
     */
    record Unreadable<T>(IntakeProblem problem, @Nullable String suggestion) implements Reading<T> {}
}

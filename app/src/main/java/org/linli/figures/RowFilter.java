package org.linli.figures;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which rows behind a number.
 *
 * @param part one of the figure's parts, {@code joined} or {@code left} (these need {@code since}), or empty for all
 * @param text part of a name, code or pinyin; empty for all
 * @param since the other day of a comparison
 * @param after continue after this row key; empty from the beginning
 * @param limit at most so many rows
 */
public record RowFilter(String part, String text, Optional<LocalDate> since, String after, int limit) {}

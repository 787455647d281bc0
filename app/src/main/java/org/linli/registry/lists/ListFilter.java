package org.linli.registry.lists;

import java.time.LocalDate;
import org.linli.platform.ids.DivisionCode;

/**
 * Which rows of a list.
 *
 * @param day as of
 * @param division only those inside
 * @param text part of the community's name, code or pinyin, of a company's name or pinyin, or of a specialist's name; empty for all
 * @param state one of the list's states, empty for all
 * @param kind one of the list's kinds, empty for all
 * @param withinDays only those that end in so many days from the day on; 0 for all
 * @param alone only main specialists without a deputy
 * @param after continue after this row key; empty from the beginning
 * @param limit at most so many rows
 */
public record ListFilter(
        LocalDate day,
        DivisionCode division,
        String text,
        String state,
        String kind,
        int withinDays,
        boolean alone,
        String after,
        int limit) {}

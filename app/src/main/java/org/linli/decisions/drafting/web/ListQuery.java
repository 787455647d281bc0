package org.linli.decisions.drafting.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteState;
import org.linli.decisions.drafting.VoteFilter;

/**
 * The calendar's filters as they stand in the address. What is no filter is none.
 *
 * @param overdue {@code yes} for those whose next step is overdue
 * @param view {@code month} for a month's days
 */
public record ListQuery(
        @Nullable String text,
        @Nullable String division,
        @Nullable String state,
        @Nullable String batch,
        @Nullable String overdue,
        @Nullable String view,
        @Nullable String month,
        @Nullable String after) {

    private static final int PAGE = 50;

    static String or(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    VoteFilter filter(int limit) {
        return new VoteFilter(
                or(division).replaceAll("[^0-9]", ""), or(text), states(), batchNo(), false, or(after), limit);
    }

    VoteFilter page() {
        return filter(PAGE);
    }

    private List<VoteState> states() {
        return Arrays.stream(VoteState.values())
                .filter(one -> one.name().equals(or(state)))
                .toList();
    }

    @Nullable
    Long batchNo() {
        return or(batch).matches("[0-9]{1,18}") ? Long.valueOf(or(batch)) : null;
    }

    public boolean isOverdue() {
        return or(overdue).equals("yes");
    }

    public boolean isMonth() {
        return or(view).equals("month");
    }

    YearMonth month(LocalDate today) {
        try {
            return or(month).isEmpty() ? YearMonth.from(today) : YearMonth.parse(or(month));
        } catch (DateTimeException noMonth) {
            return YearMonth.from(today);
        }
    }
}

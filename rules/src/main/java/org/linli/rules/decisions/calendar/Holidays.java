package org.linli.rules.decisions.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Days off and days worked: weekends, unless a notice says otherwise, and the spans of the notices.
 *
 * <p>Source: State Council holiday notices [K].
 *
 * @param years years whose notice is known; in others only weekends are
 * @param off days off by notice; unmodifiable
 * @param worked weekend days worked in exchange; unmodifiable
 */
public record Holidays(Set<Integer> years, Set<LocalDate> off, Set<LocalDate> worked) {
    /** The notices that come with Linli. */
    public static final Holidays NATIONAL = parse(HolidayNotices.DATA);

    public Holidays {
        years = Set.copyOf(years);
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
    }

    /**
     * Reads lines of {@code year off|on first last [name]}.
     *
     * @throws IllegalArgumentException if a line is none
     */
    static Holidays parse(String lines) {
        Set<Integer> years = new HashSet<>();
        Set<LocalDate> off = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (String line : lines.lines().toList()) {
            List<String> words = List.of(line.trim().split("\\s+", -1));
            years.add(Integer.parseInt(words.get(0)));
            Set<LocalDate> days = switch (words.get(1)) {
                case "off" -> off;
                case "on" -> worked;
                default -> throw new IllegalArgumentException("neither off nor on: " + line);
            };
            LocalDate last = LocalDate.parse(words.get(3));
            LocalDate.parse(words.get(2)).datesUntil(last.plusDays(1)).forEach(days::add);
        }
        return new Holidays(years, off, worked);
    }

    public boolean isWorkingDay(LocalDate day) {
        if (off.contains(day)) {
            return false;
        }
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend || worked.contains(day);
    }

    /** Whether the year's notice is known, so that the answer for its days is more than weekends. */
    public boolean isKnown(int year) {
        return years.contains(year);
    }

    /** The day itself when it is worked, else the next one that is. */
    public LocalDate workingDayFrom(LocalDate day) {
        LocalDate found = day;
        while (!isWorkingDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}

package org.linli.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table a benchmark prints: what, measured, peer or limit, ratio, verdict; and what to know when reading it. */
final class Report {

    private static final List<String> TITLES = List.of("what", "measured", "peer or limit", "ratio", "verdict");

    private final List<List<String>> lines = new ArrayList<>(List.of(TITLES));
    private final List<String> notes = new ArrayList<>();

    /** A value by itself. */
    Report value(String what, String measured) {
        lines.add(List.of(what, measured, "", "", ""));
        return this;
    }

    /** A value that should not be above a limit. */
    Report atMost(String what, double measured, double limit, Unit unit) {
        lines.add(List.of(
                what,
                unit.text(measured),
                "at most " + unit.text(limit),
                ratio(measured, limit),
                measured <= limit ? "within" : "OVER"));
        return this;
    }

    /** A value beside a peer's from the same run; nobody has set a limit, so there is no verdict. */
    Report against(String what, double measured, String peer, double peers, Unit unit) {
        lines.add(List.of(what, unit.text(measured), peer + " " + unit.text(peers), ratio(measured, peers), "-"));
        return this;
    }

    /** A value that should not be more than so many times another one from the same run. */
    Report atMostTimes(String what, double measured, String peer, double peers, double times, Unit unit) {
        lines.add(List.of(
                what,
                unit.text(measured),
                "%s %s, at most %.0f times".formatted(peer, unit.text(peers), times),
                ratio(measured, peers),
                measured <= times * peers ? "within" : "OVER"));
        return this;
    }

    /** A rate that should not be less than so many times another one from the same run. */
    Report atLeastTimes(String what, double measured, String peer, double peers, double times) {
        lines.add(List.of(
                what,
                Unit.PER_SECOND.text(measured),
                String.format(Locale.ROOT, "%s %s, at least %.1f times", peer, Unit.PER_SECOND.text(peers), times),
                ratio(measured, peers),
                measured >= times * peers ? "reached" : "BELOW"));
        return this;
    }

    Report note(String words) {
        notes.add(words);
        return this;
    }

    private static String ratio(double measured, double other) {
        return String.format(Locale.ROOT, "%.2f", measured / other);
    }

    void print(PrintStream out) {
        int[] widths = new int[TITLES.size()];
        lines.forEach(line -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        });
        lines.forEach(line -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                text.append(line.get(i)).repeat(' ', widths[i] - line.get(i).length() + 2);
            }
            out.println(text.toString().stripTrailing());
        });
        notes.forEach(out::println);
    }
}

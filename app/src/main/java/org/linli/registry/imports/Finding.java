package org.linli.registry.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One thing the clerk must see.
 *
 * @param row the row's number in the file
 * @param column the key of a {@link Column}, or empty for the row as a whole
 * @param severity what it asks of the clerk
 * @param code what is wrong or assumed, the end of a text key
 * @param group findings with the same group are shown, confirmed and answered together
 * @param args for the text; one that begins with {@code ~} is itself a text key. Never personal data
 * @param times how many rows it stands for, from its own on: blank cells below each other are one finding
 * @param suggestion a text that would be right, or for questions the choices separated by line feeds; null without
 */
public record Finding(
        int row,
        String column,
        Severity severity,
        String code,
        String group,
        List<String> args,
        int times,
        @Nullable String suggestion) {

    public Finding {
        args = List.copyOf(args);
    }

    private String about() {
        return group + args;
    }

    private Finding and(Finding other) {
        return new Finding(row, column, severity, code, group, args, times + other.times, suggestion);
    }

    /** The same findings, those of some codes that say the same of several rows as one. */
    static List<Finding> gathered(List<Finding> findings, Set<String> codes) {
        Map<String, Finding> gathered = new LinkedHashMap<>();
        List<Finding> all = new ArrayList<>();
        for (Finding finding : findings) {
            if (codes.contains(finding.code)) {
                gathered.merge(finding.about(), finding, Finding::and);
            } else {
                all.add(finding);
            }
        }
        all.addAll(gathered.values());
        return all;
    }

    static Finding problem(int row, Column column, String code, @Nullable String suggestion, String... args) {
        return of(row, column, Severity.PROBLEM, code, "", suggestion, args);
    }

    static Finding guess(int row, Column column, String code, String... args) {
        return of(row, column, Severity.GUESS, code, "", null, args);
    }

    static Finding question(int row, Column column, String code, String about, List<String> choices, String... args) {
        return of(row, column, Severity.QUESTION, code, ":" + about, String.join("\n", choices), args);
    }

    private static Finding of(
            int row,
            Column column,
            Severity severity,
            String code,
            String about,
            @Nullable String suggestion,
            String... args) {
        String group = severity + ":" + column + ":" + code + about;
        return new Finding(row, column.name(), severity, code, group, List.of(args), 1, suggestion);
    }

    /** The same for log and tests: {@code 6 COMPANY_CODE CREDIT_CODE}. */
    @Override
    public String toString() {
        return List.of(Integer.toString(row), column, code).stream().collect(Collectors.joining(" "));
    }
}

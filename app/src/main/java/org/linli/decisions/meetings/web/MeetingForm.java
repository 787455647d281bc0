package org.linli.decisions.meetings.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.decisions.meetings.Minutes;
import org.linli.rules.intake.DateText;
import org.linli.rules.intake.Reading;
import org.springframework.util.MultiValueMap;

/** Minutes as they were typed: days, ticked members, and as many rows of topics as the form has. */
public record MeetingForm(String postedOn, String metOn, Set<String> present, List<Row> rows) {

    /** Topics on one form; a longer meeting takes two. */
    static final int ROWS = 5;

    static final MeetingForm EMPTY = new MeetingForm("", "", Set.of(), blank(new ArrayList<>()));

    public MeetingForm {
        present = Set.copyOf(present);
        rows = List.copyOf(rows);
    }

    /** One topic as typed. */
    public record Row(String topic, String agreed, String opposed, String abstained) {
        boolean isBlank() {
            return topic.isBlank();
        }
    }

    /** An empty form for a meeting on a day. @param metOn as typed, may be empty */
    static MeetingForm on(String metOn) {
        return new MeetingForm("", day(metOn).map(LocalDate::toString).orElse(""), Set.of(), blank(new ArrayList<>()));
    }

    /** The day of the meeting, if it can be read. */
    Optional<LocalDate> day() {
        return day(metOn);
    }

    static MeetingForm of(MultiValueMap<String, String> typed) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0;
                i < Math.min(ROWS, typed.getOrDefault("topic", List.of()).size());
                i++) {
            rows.add(new Row(
                    at(typed, "topic", i), at(typed, "agreed", i), at(typed, "opposed", i), at(typed, "abstained", i)));
        }
        return new MeetingForm(
                Objects.requireNonNullElse(typed.getFirst("posted_on"), ""),
                Objects.requireNonNullElse(typed.getFirst("met_on"), ""),
                new LinkedHashSet<>(typed.getOrDefault("present", List.of())),
                blank(rows));
    }

    private static List<Row> blank(List<Row> rows) {
        while (rows.size() < ROWS) {
            rows.add(new Row("", "", "", ""));
        }
        return rows;
    }

    private static String at(MultiValueMap<String, String> typed, String field, int row) {
        List<String> values = typed.getOrDefault(field, List.of());
        return row < values.size() ? values.get(row) : "";
    }

    /** The minutes; empty when a day or a number cannot be read. */
    Optional<Minutes> minutes() {
        Optional<LocalDate> posted = day(postedOn);
        Optional<LocalDate> met = day(metOn);
        if (posted.isEmpty() || met.isEmpty() || met.get().isBefore(posted.get())) {
            return Optional.empty();
        }
        List<Row> filled = rows.stream().filter(row -> !row.isBlank()).toList();
        boolean readable = filled.stream()
                        .allMatch(row -> isNumber(row.agreed) && isNumber(row.opposed) && isNumber(row.abstained))
                && present.stream().allMatch(MeetingForm::isNumber);
        return readable
                ? Optional.of(new Minutes(
                        posted.get(),
                        met.get(),
                        present.stream().map(MeetingForm::number).collect(Collectors.toSet()),
                        filled.stream()
                                .map(row -> new Minutes.Topic(
                                        row.topic.strip(),
                                        number(row.agreed),
                                        number(row.opposed),
                                        number(row.abstained)))
                                .toList()))
                : Optional.empty();
    }

    private static Optional<LocalDate> day(String typed) {
        return switch (DateText.read(typed)) {
            case Reading.Value<LocalDate>(LocalDate day, boolean guessed, var note) ->
                guessed ? Optional.empty() : Optional.of(day);
            case Reading.Blank<LocalDate>() -> Optional.empty();
            case Reading.Unreadable<LocalDate>(var problem, var suggestion) -> Optional.empty();
        };
    }

    /** A blank field is nobody. */
    private static boolean isNumber(String text) {
        return text.isBlank() || text.strip().matches("\\d{1,3}");
    }

    private static int number(String text) {
        return text.isBlank() ? 0 : Integer.parseInt(text.strip());
    }
}

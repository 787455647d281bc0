package org.linli.publishing.notices.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/**
 * A notice as typed.
 *
 * @param place id of a community, empty for the viewer's whole division
 */
public record NoticeForm(String place, String subject, String body, String from, String until) {

    static NoticeForm of(Map<String, String> typed) {
        return new NoticeForm(
                text(typed, "place"),
                text(typed, "subject"),
                text(typed, "body").replace("\r\n", "\n"),
                text(typed, "from"),
                text(typed, "until"));
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /** With the subject and text as the gate masked them, which were checked as the first line and the rest. */
    NoticeForm masked(String text) {
        int line = text.indexOf('\n'); // the gate never takes a line break away
        return new NoticeForm(place, text.substring(0, line), text.substring(line + 1), from, until);
    }
}

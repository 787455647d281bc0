package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recorded act on a fact.
 *
 * @param subject what it was about: the last part of a text key {@code registry.subject.…}, such as {@code engagement}
 * @param number which one of them, 0 for the community or company itself
 * @param from first day of the new facts
 * @param to first day they no longer hold
 * @param first nothing was known of the subject before
 * @param ended the facts end on {@code to} and nothing follows
 * @param changes the fields that differ from what was recorded before, in the order of the form
 */
public record HistoryEntry(
        Instant recordedAt,
        String recordedBy,
        String act,
        String reason,
        String subject,
        int number,
        LocalDate from,
        @Nullable LocalDate to,
        boolean first,
        boolean ended,
        List<Change> changes) {

    /**
     * A field that differs.
     *
     * @param field column of the fact
     * @param before and {@code after} as typed, or text keys that begin with {@code ~}, joined by a bar; empty when blank
     */
    public record Change(String field, String before, String after) {
        public List<String> partsBefore() {
            return parts(before);
        }

        public List<String> partsAfter() {
            return parts(after);
        }

        private static List<String> parts(String text) {
            return text.startsWith("~") ? List.of(text.split("\\|", -1)) : List.of(text.isEmpty() ? "—" : text);
        }
    }
}

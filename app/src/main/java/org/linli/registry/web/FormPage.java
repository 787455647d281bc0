package org.linli.registry.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.registry.FieldError;
import org.linli.registry.FiguresMoved;

/**
 * A form of the registry; it works without scripts and comes back with everything that was typed.
 *
 * @param title text key
 * @param subject what it is about
 * @param action where it is sent
 * @param back where its cancel leads
 * @param submit text key of its button
 * @param help text key of what the act means; empty for none
 * @param hidden values it carries
 * @param errors of the form as a whole
 * @param overtaken somebody else changed the same thing meanwhile
 * @param previewed the figures below were computed for exactly what is typed
 * @param moved the figures that the act would move
 * @param table what is decided upon, above the fields
 * @param paper the document that it is decided by
 */
public record FormPage(
        String title,
        String subject,
        String action,
        String back,
        String submit,
        String help,
        List<FormField> fields,
        Map<String, String> hidden,
        List<FieldError> errors,
        boolean overtaken,
        boolean previewed,
        List<FiguresMoved.Moved> moved,
        Optional<Table> table,
        Optional<Paper> paper) {

    /** @param label text key */
    public record Paper(String label, String href) {}

    /** Two things side by side. @param left and {@code right}: text keys of the columns */
    public record Table(String left, String right, List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }
    }

    /** @param label text key @param left and {@code right}: texts, or {@code ~} and a text key */
    public record Row(String label, String left, String right, boolean differs) {}

    /** Documents travel in parts. */
    public String encoding() {
        return fields.stream().anyMatch(field -> field.kind().equals("file"))
                ? "multipart/form-data"
                : "application/x-www-form-urlencoded";
    }

    public boolean hasErrors() {
        return !errors.isEmpty() || fields.stream().anyMatch(FormField::isWrong);
    }
}

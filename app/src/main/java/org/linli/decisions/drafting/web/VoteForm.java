package org.linli.decisions.drafting.web;

import java.util.List;
import java.util.Map;
import org.linli.registry.FieldError;

/**
 * A form as it stands: what was typed stays, errors beside their fields.
 *
 * @param action where it posts to, begins with a slash
 * @param submit text key of its button
 * @param errors of the form as a whole
 * @param refused whether anything was refused
 * @param overtaken somebody else changed the same thing meanwhile
 */
public record VoteForm(
        String action,
        String submit,
        List<Field> fields,
        Map<String, String> hidden,
        List<FieldError> errors,
        boolean refused,
        boolean overtaken) {

    public VoteForm {
        fields = List.copyOf(fields);
        hidden = Map.copyOf(hidden);
        errors = List.copyOf(errors);
    }

    /**
     * @param kind text, date, number, area, select, radio, check, file or head
     * @param label text key, or plain text marked with {@code =}
     * @param help text key below the field, empty without
     */
    public record Field(
            String kind,
            String name,
            String label,
            String help,
            String value,
            boolean required,
            List<Option> options,
            List<FieldError> errors) {

        public boolean isWrong() {
            return !errors.isEmpty();
        }

        /** The row's number in the name of a repeated field, for its label; empty otherwise. */
        public String row() {
            return name.startsWith("option") ? name.replaceAll("[^0-9]", "") : "";
        }

        public String id() {
            return "f-" + name.replace('.', '-');
        }
    }

    /** @param label text key, or plain text marked with {@code =} */
    public record Option(String value, String label) {}
}

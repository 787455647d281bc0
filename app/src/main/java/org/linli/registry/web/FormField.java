package org.linli.registry.web;

import java.util.List;
import org.linli.registry.FieldError;

/**
 * One field of a form.
 *
 * @param kind {@code text}, {@code textarea}, {@code date}, {@code select}, {@code file}, {@code check} or {@code head} (a heading and no field)
 * @param label text key
 * @param value as typed
 * @param options of a select, in order; of a text, what it suggests
 */
public record FormField(
        String name,
        String kind,
        String label,
        String value,
        boolean required,
        List<Option> options,
        List<FieldError> errors) {

    /** @param label a text, or {@code ~} and a text key */
    public record Option(String value, String label) {}

    /** What a suggested value means, empty for any other. */
    public String meaning() {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    public String id() {
        return "f-" + name;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }
}

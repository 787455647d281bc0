package org.linli.registry.web;

import java.util.List;
import org.linli.registry.FieldError;

/**
 * One field of a form.
 *
 * @param kind {@code text}, {@code textarea}, {@code date}, {@code select}, {@code file}, {@code check} or {@code head} (a heading and no field)
 * @param label text key
 * @param value as typed
 * @param options of a select, in order
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

    public String id() {
        return "f-" + name;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }
}

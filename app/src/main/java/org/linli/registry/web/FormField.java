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
        Hint hint,
        List<FieldError> errors) {

    /** What stands below a field. @param key text key, empty for none @param text said instead of it, such as what a code means; empty for none */
    public record Hint(String key, String text) {

        static final Hint NONE = new Hint("", "");
    }

    /** @param label a text, or {@code ~} and a text key */
    public record Option(String value, String label) {}

    /** The same as it is shown. */
    FormField with(List<Option> shown, Hint below, List<FieldError> found) {
        return new FormField(name, kind, label, value, required, shown, below, found);
    }

    public String id() {
        return "f-" + name;
    }

    public boolean isWrong() {
        return !errors.isEmpty();
    }
}

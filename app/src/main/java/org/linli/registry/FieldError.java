package org.linli.registry;

import java.util.List;

/**
 * What is wrong with one field of a form.
 *
 * @param field the field's name, empty when it is the whole form
 * @param key text key
 * @param args arguments of the text
 */
public record FieldError(String field, String key, List<Object> args) {
    public FieldError {
        args = List.copyOf(args);
    }

    /** @param reason the last part of the text key {@code registry.refused.<reason>} */
    static FieldError of(String field, String reason, Object... args) {
        return new FieldError(field, "registry.refused." + reason, List.of(args));
    }
}

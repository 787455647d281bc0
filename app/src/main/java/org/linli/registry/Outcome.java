package org.linli.registry;

import java.util.List;

/** What became of an act on the registry. In all cases but {@link Stored} nothing was stored. */
public sealed interface Outcome {

    /** @param key the community's id or the company's code */
    record Stored(String key) implements Outcome {}

    /** @param errors at least one, in the order of the form */
    record Refused(List<FieldError> errors) implements Outcome {
        public Refused {
            errors = List.copyOf(errors);
        }

        static Refused of(String field, String reason, Object... args) {
            return new Refused(List.of(FieldError.of(field, reason, args)));
        }
    }

    /** Somebody else changed the same thing after the form was opened. */
    record Overtaken() implements Outcome {}

    /** There is no such thing within the writer's scope. */
    record Unknown() implements Outcome {}
}

package org.linli.decisions.drafting;

import java.util.List;
import org.linli.registry.FieldError;
import org.linli.registry.Fields;
import org.linli.registry.Outcome;

/** Refusals in the words of this feature: text keys {@code decisions.refused.<reason>}. */
final class Refusal {

    private Refusal() {}

    static Outcome.Refused of(String field, String reason, Object... args) {
        return new Outcome.Refused(List.of(error(field, reason, args)));
    }

    static FieldError error(String field, String reason, Object... args) {
        return new FieldError(field, "decisions.refused." + reason, List.of(args));
    }

    /** What a form gathered, with what this feature has against it besides. */
    static Outcome.Refused all(Fields fields, List<FieldError> more) {
        List<FieldError> errors = new java.util.ArrayList<>();
        if (!fields.isSound()) {
            errors.addAll(fields.refused().errors());
        }
        errors.addAll(more);
        return new Outcome.Refused(errors);
    }
}

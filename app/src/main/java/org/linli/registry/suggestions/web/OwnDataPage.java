package org.linli.registry.suggestions.web;

import java.util.List;
import java.util.Map;
import org.linli.registry.FieldError;
import org.linli.registry.OwnerChange;
import org.linli.registry.OwnerFile;
import org.linli.registry.suggestions.Suggestion;

/**
 * An owner's own data.
 *
 * @param path of the claim
 * @param place community and home
 * @param owner masked: the page may be seen over a shoulder
 * @param earlier what was asked before, newest first
 */
public record OwnDataPage(
        String path,
        String place,
        OwnerFile owner,
        Map<String, String> typed,
        List<FieldError> errors,
        List<Suggestion> earlier) {

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    public List<FieldError> wrong(String field) {
        return errors.stream().filter(error -> error.field().equals(field)).toList();
    }

    public List<OwnerChange.IdKind> idKinds() {
        return List.of(
                OwnerChange.IdKind.RESIDENT_ID,
                OwnerChange.IdKind.RESIDENCE_PERMIT,
                OwnerChange.IdKind.PASSPORT,
                OwnerChange.IdKind.PERMANENT_RESIDENCE);
    }
}

package org.linli.registry.suggestions.web;

import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.FieldError;
import org.linli.registry.suggestions.Suggestion;

/**
 * The form of a proposal.
 *
 * @param fields to choose from
 * @param field the chosen one, empty before
 * @param now what the file says of it
 * @param choices the only words it takes; empty when it takes any
 * @param earlier what this person proposed here before, newest first
 */
public record SuggestPage(
        CommunityId id,
        String community,
        List<String> fields,
        String field,
        String now,
        String value,
        String reason,
        List<SuggestionForms.Choice> choices,
        List<FieldError> errors,
        List<Suggestion> earlier) {

    public String path() {
        return "/registry/communities/" + id;
    }

    /** The word for a value of the chosen field: a text, or a text key that begins with {@code ~}. */
    public String shown(String text) {
        return choices.stream()
                .filter(choice -> choice.value().equals(text))
                .map(choice -> "~" + choice.key())
                .findFirst()
                .orElse(text.isEmpty() ? "—" : text);
    }
}

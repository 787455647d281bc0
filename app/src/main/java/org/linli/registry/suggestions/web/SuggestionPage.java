package org.linli.registry.suggestions.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.registry.FieldError;
import org.linli.registry.FiguresMoved;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerFile;
import org.linli.registry.suggestions.Suggestion;
import org.linli.rules.codes.Masks;

/**
 * One proposed correction as the street sees it.
 *
 * @param now what the community's file says today, by field
 * @param owner whose data it is about, masked; null when it is about the community's file
 * @param version of the file or the owner's data that the page shows
 * @param moved the figures that the correction would move
 */
public record SuggestionPage(
        LocalDate today,
        Suggestion suggestion,
        String community,
        String place,
        Map<String, String> now,
        @Nullable OwnerFile owner,
        int version,
        List<FiguresMoved.Moved> moved,
        Map<String, String> typed,
        List<FieldError> errors) {

    /** A field with what it said, says and should say; texts, or text keys that begin with {@code ~}. */
    public record Row(String field, String then, String now, String proposed) {}

    public List<Row> rows() {
        return new TreeMap<>(suggestion.proposed())
                .entrySet().stream()
                        .map(field -> new Row(
                                field.getKey(),
                                shown(field.getKey(), suggestion.held().getOrDefault(field.getKey(), "")),
                                shown(field.getKey(), present(field.getKey())),
                                shown(field.getKey(), field.getValue())))
                        .toList();
    }

    private String present(String field) {
        if (owner == null) {
            return now.getOrDefault(field, "");
        }
        return switch (field) {
            case "owner_name" -> owner.name();
            case "id_number" -> owner.idNumber();
            case "id_kind" -> owner.idKind() == null ? "" : owner.idKind();
            default -> "";
        };
    }

    /** Once decided nobody needs to compare any more, and a person's name and number are masked. */
    private String shown(String field, String text) {
        return text.isEmpty()
                ? "—"
                : switch (field) {
                    case "owner_name" -> suggestion.isOpen() ? text : Masks.name(text);
                    case "id_number" -> suggestion.isOpen() ? text : Masks.residentId(text);
                    case "type" -> "~community-type." + text;
                    case "committee_standing" -> "~committee-standing." + text;
                    case "id_kind" -> "~registry.id-kind." + text;
                    default -> text;
                };
    }

    public boolean asksForPair() {
        return errors.stream().anyMatch(error -> error.key().equals(OwnerAmendments.PAIR));
    }

    public String value(String field) {
        return typed.getOrDefault(field, "");
    }
}

package org.linli.registry.suggestions.web;

import java.util.Arrays;
import java.util.List;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.registry.Clerk;
import org.linli.rules.intake.CommitteeStanding;
import org.linli.rules.registry.CommunityType;

/** What the forms of proposals share. */
public final class SuggestionForms {

    private static final int MOST_CHARACTERS = 200;

    private SuggestionForms() {}

    static Clerk clerk(Viewer viewer, RowScopes scopes) {
        return new Clerk(
                viewer.accountId(),
                viewer.name(),
                scopes.of(viewer),
                viewer.role().isDepartment());
    }

    static String limited(String text) {
        return text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
    }

    /** The words to choose from where a field takes no others. */
    static List<Choice> choices(String field) {
        return switch (field) {
            case "type" ->
                Arrays.stream(CommunityType.values())
                        .map(type -> new Choice(type.name(), "community-type." + type.name()))
                        .toList();
            case "committee_standing" ->
                Arrays.stream(CommitteeStanding.values())
                        .map(standing -> new Choice(standing.name(), "committee-standing." + standing.name()))
                        .toList();
            default -> List.of();
        };
    }

    /** @param key text key of its word */
    public record Choice(String value, String key) {}
}

package org.linli.registry.suggestions.web;

import java.util.List;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sections.PageSections;
import org.linli.platform.web.MenuEntry;
import org.linli.platform.web.MenuSource;
import org.linli.platform.web.Texts;
import org.linli.registry.suggestions.Suggestion;
import org.linli.registry.suggestions.Suggestions;
import org.springframework.stereotype.Component;

/** Proposed corrections wait in a strip on the file they are about, and in the menu of those who decide. */
@Component
class SuggestionSections implements PageSections, MenuSource {

    private static final int ORDER = 335;

    private final Suggestions suggestions;
    private final RowScopes scopes;

    SuggestionSections(Suggestions suggestions, RowScopes scopes) {
        this.suggestions = suggestions;
        this.scopes = scopes;
    }

    @Override
    public List<Section> ofCity(Texts texts) {
        return List.of();
    }

    @Override
    public List<Section> ofCommunity(CommunityId community, Texts texts) {
        return List.of();
    }

    @Override
    public List<Section> ofFile(CommunityId community, Viewer viewer, RowScope rows, Texts texts) {
        boolean proposes = viewer.role() == Role.SPECIALIST;
        if (!proposes && !decides(viewer)) {
            return List.of();
        }
        String form = "/registry/communities/" + community + "/suggestions";
        List<Line> lines = suggestions.listOpen(community, rows).stream()
                .filter(suggestion -> !proposes || suggestion.byAccount() == viewer.accountId())
                .map(suggestion -> new Line(
                        title(suggestion, texts),
                        texts.t(
                                "suggestions.strip.note",
                                suggestion.byName(),
                                suggestion.dueOn().toString()),
                        proposes ? form : "/registry/suggestions/" + suggestion.id()))
                .toList();
        return lines.isEmpty() && !proposes
                ? List.of()
                : List.of(new Section(
                        texts.t("suggestions.menu"),
                        lines,
                        texts.t("suggestions.none"),
                        proposes ? new Line(texts.t("suggestions.new"), "", form) : null));
    }

    private static String title(Suggestion suggestion, Texts texts) {
        return suggestion.subject() == Suggestion.Subject.OWNER
                ? texts.t("suggestions.subject.OWNER")
                : suggestion.proposed().keySet().stream()
                        .map(field -> texts.t("registry.field." + field))
                        .reduce((a, b) -> a + " · " + b)
                        .orElse("");
    }

    private static boolean decides(Viewer viewer) {
        return viewer.role() == Role.STREET || viewer.role() == Role.COUNTY || viewer.role() == Role.CITY;
    }

    @Override
    public List<MenuEntry> entries(Viewer viewer) {
        if (viewer.role() == Role.SPECIALIST) {
            return List.of(new MenuEntry(ORDER, "suggestions.menu", "/registry/suggestions", 0));
        }
        return decides(viewer)
                ? List.of(new MenuEntry(
                        ORDER,
                        "suggestions.menu",
                        "/registry/suggestions",
                        viewer.role() == Role.STREET ? suggestions.countOpen(scopes.of(viewer)) : 0))
                : List.of();
    }
}

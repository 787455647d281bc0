package org.linli.registry.suggestions.web;

import java.util.List;
import java.util.Map;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.Outcome;
import org.linli.registry.suggestions.Suggestions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A resident specialist proposes a correction of the file of a community they are assigned to. */
@Controller
class SuggestController {

    private final Suggestions suggestions;
    private final Communities communities;
    private final RowScopes scopes;
    private final BusinessTime time;

    SuggestController(Suggestions suggestions, Communities communities, RowScopes scopes, BusinessTime time) {
        this.suggestions = suggestions;
        this.communities = communities;
        this.scopes = scopes;
        this.time = time;
    }

    @Scoped(
            value = "community",
            roles = {Role.SPECIALIST})
    @GetMapping("/registry/communities/{id}/suggestions")
    ModelAndView ask(@PathVariable long id, @RequestParam(defaultValue = "") String field, Viewer viewer) {
        CommunityFile file = file(id, viewer);
        String chosen = Suggestions.FIELDS.contains(field) ? field : "";
        return page(file, chosen, file.base().typed().getOrDefault(chosen, ""), "", List.of(), viewer);
    }

    private CommunityFile file(long id, Viewer viewer) {
        if (id <= 0) {
            throw new NotFound();
        }
        return communities
                .find(new CommunityId(id), AsOf.day(time.today()), scopes.of(viewer))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(
            CommunityFile file, String field, String value, String reason, List<FieldError> errors, Viewer viewer) {
        Map<String, String> now = file.base().typed();
        return Views.of(
                "suggestions/new",
                new SuggestPage(
                        file.id(),
                        file.base().name(),
                        Suggestions.FIELDS,
                        field,
                        now.getOrDefault(field, ""),
                        value,
                        reason,
                        SuggestionForms.choices(field),
                        errors,
                        suggestions.listOf(viewer.accountId(), file.id(), 10)));
    }

    @Scoped(
            value = "community",
            roles = {Role.SPECIALIST})
    @PostMapping("/registry/communities/{id}/suggestions")
    ModelAndView suggest(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String field,
            @RequestParam(defaultValue = "") String value,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        CommunityFile file = file(id, viewer);
        Outcome outcome = suggestions.suggest(
                file, field, value, SuggestionForms.limited(reason), SuggestionForms.clerk(viewer, scopes));
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect("/registry/communities/" + file.id() + "/suggestions");
            case Outcome.Refused(List<FieldError> errors) -> {
                ModelAndView view = page(file, field, value, reason, errors, viewer);
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
            case Outcome.Overtaken() -> throw new NotFound();
            case Outcome.Unknown() -> throw new NotFound();
        };
    }
}

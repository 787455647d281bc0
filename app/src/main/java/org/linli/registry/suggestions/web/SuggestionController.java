package org.linli.registry.suggestions.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.linli.divisions.Divisions;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.FieldError;
import org.linli.registry.FiguresMoved;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerFile;
import org.linli.registry.suggestions.Suggestion;
import org.linli.registry.suggestions.SuggestionId;
import org.linli.registry.suggestions.SuggestionRulings;
import org.linli.registry.suggestions.Suggestions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The street looks at a proposed correction and accepts or refuses it. A specialist's list is that of the own proposals. */
@Controller
class SuggestionController {

    private static final int LINES = 100;

    private final Suggestions suggestions;
    private final SuggestionRulings rulings;
    private final Communities communities;
    private final OwnerAmendments owners;
    private final FiguresMoved figuresMoved;
    private final Divisions divisions;
    private final AccessLog log;
    private final RowScopes scopes;
    private final Portal portal;
    private final BusinessTime time;

    SuggestionController(
            Suggestions suggestions,
            SuggestionRulings rulings,
            Communities communities,
            OwnerAmendments owners,
            FiguresMoved figuresMoved,
            Divisions divisions,
            AccessLog log,
            RowScopes scopes,
            Portal portal,
            BusinessTime time) {
        this.suggestions = suggestions;
        this.rulings = rulings;
        this.communities = communities;
        this.owners = owners;
        this.figuresMoved = figuresMoved;
        this.divisions = divisions;
        this.log = log;
        this.scopes = scopes;
        this.portal = portal;
        this.time = time;
    }

    @Scoped(
            value = "list",
            roles = {Role.STREET, Role.COUNTY, Role.CITY, Role.SPECIALIST})
    @GetMapping("/registry/suggestions")
    ModelAndView list(@RequestParam(defaultValue = "false") boolean over, Viewer viewer) {
        boolean isProposer = viewer.role() == Role.SPECIALIST;
        List<Suggestion> found = isProposer
                ? suggestions.listOf(viewer.accountId(), null, LINES).stream()
                        .filter(suggestion -> suggestion.isOpen() != over)
                        .toList()
                : suggestions.list(!over, scopes.of(viewer), LINES);
        return Views.of("suggestions/list", new SuggestionsPage(time.today(), over, isProposer, found));
    }

    private Optional<CommunityFile> file(CommunityId community, Viewer viewer) {
        return communities.findLast(community, scopes.of(viewer));
    }

    @Scoped(
            value = "suggestion",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/registry/suggestions/{suggestion}")
    ModelAndView one(@PathVariable String suggestion, Viewer viewer) {
        Suggestion found = find(suggestion, viewer);
        if (found.ownerNo() != null && found.isOpen()) {
            log.record(
                    viewer,
                    "suggestion.view",
                    "suggestion",
                    found.id(),
                    "an owner's proposed name or number, to rule on");
        }
        return page(found, Map.of(), List.of(), viewer);
    }

    private Suggestion find(String text, Viewer viewer) {
        return SuggestionId.parse(text)
                .flatMap(id -> suggestions.find(id, scopes.of(viewer)))
                .orElseThrow(NotFound::new);
    }

    private ModelAndView page(Suggestion found, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        CommunityFile file = file(found.id().community(), viewer).orElseThrow(NotFound::new);
        Integer ownerNo = found.ownerNo();
        Optional<OwnerFile> owner =
                ownerNo == null ? Optional.empty() : owners.find(file.id(), ownerNo, scopes.of(viewer));
        return Views.of(
                "suggestions/one",
                new SuggestionPage(
                        time.today(),
                        found,
                        file.base().name(),
                        divisions.fullName(file.base().division()),
                        file.base().typed(),
                        owner.orElse(null),
                        owner.map(OwnerFile::version).orElseGet(file::version),
                        moved(found, file, viewer),
                        typed,
                        errors));
    }

    /** What the figures would do, as before every correction of a file. */
    private List<FiguresMoved.Moved> moved(Suggestion found, CommunityFile file, Viewer viewer) {
        if (!found.isOpen() || found.subject() != Suggestion.Subject.COMMUNITY) {
            return List.of();
        }
        DivisionCode division = file.base().division();
        List<DivisionCode> places = List.of(
                portal.home(),
                Objects.requireNonNull(division.at(DivisionLevel.COUNTY).orElse(portal.home())));
        return suggestions
                .applied(found, file)
                .map(base -> figuresMoved
                        .by(
                                () -> communities.correct(
                                        file.id(),
                                        file.version(),
                                        file.rowVersion(),
                                        base,
                                        "preview",
                                        SuggestionForms.clerk(viewer, scopes)),
                                places)
                        .moved())
                .orElse(List.of());
    }

    @Scoped(
            value = "suggestion",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @PostMapping("/registry/suggestions/{suggestion}/ruling")
    ModelAndView rule(
            @PathVariable String suggestion,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String evidence,
            @RequestParam(name = "pair_known", defaultValue = "") String pairKnown,
            @RequestParam(defaultValue = "0") int version,
            Viewer viewer) {
        Suggestion found = find(suggestion, viewer);
        Outcome outcome = rulings.rule(
                found.id(),
                new SuggestionRulings.Word(
                        accepted, reason, SuggestionForms.limited(evidence), !pairKnown.isEmpty(), version),
                SuggestionForms.clerk(viewer, scopes));
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect("/registry/suggestions/" + found.id());
            case Outcome.Unknown() -> throw new NotFound();
            case Outcome.Overtaken() -> Views.redirect("/registry/suggestions/" + found.id());
            case Outcome.Refused(List<FieldError> errors) -> {
                ModelAndView view = page(found, Map.of("reason", reason, "evidence", evidence), errors, viewer);
                view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
                yield view;
            }
        };
    }
}

package org.linli.decisions.counting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.DecisionId;
import org.linli.decisions.Votes;
import org.linli.decisions.counting.DecisionList;
import org.linli.decisions.counting.Results;
import org.linli.decisions.counting.Results.Result;
import org.linli.decisions.counting.web.DecisionAnswers.DecisionAnswer;
import org.linli.decisions.counting.web.DecisionAnswers.LineAnswer;
import org.linli.decisions.counting.web.DecisionAnswers.PageAnswer;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.AskedDates;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.ApiProblems;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Owners' decisions for machines: outcome, exact fractions, vote, and the head of its record. */
@RestController
@RequestMapping(path = "/api/v1/decisions", produces = "application/json")
@Tag(name = "decisions", description = "What owners decided, with exact figures; one decision is one item of a vote")
class DecisionsApi {

    private static final int MOST = 500;

    private final DecisionList list;
    private final Results results;
    private final Votes votes;
    private final Divisions divisions;
    private final Portal portal;
    private final BusinessTime time;
    private final ApiProblems problems;

    DecisionsApi(
            DecisionList list,
            Results results,
            Votes votes,
            Divisions divisions,
            Portal portal,
            BusinessTime time,
            ApiProblems problems) {
        this.list = list;
        this.results = results;
        this.votes = votes;
        this.divisions = divisions;
        this.portal = portal;
        this.time = time;
        this.problems = problems;
    }

    @PublicPage
    @GetMapping
    @Operation(summary = "Decisions of a division decided until a day, paged by key")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = PageAnswer.class)))
    @Refusals
    ResponseEntity<?> list(
            @Parameter(description = "Code of a division; left out, the whole city", example = "3310")
                    @RequestParam(defaultValue = "")
                    String division,
            @Parameter(description = "The legal day; left out, today", example = "2023-11-02")
                    @RequestParam(defaultValue = "")
                    String asOf,
            @Parameter(description = "Continue after this decision: next of the page before")
                    @RequestParam(defaultValue = "")
                    String after,
            @Parameter(description = "At most so many, 1 to 500", example = "100") @RequestParam(defaultValue = "100")
                    int limit,
            HttpServletRequest request) {
        Optional<Division> place = (division.isBlank() ? divisions.find(portal.home()) : divisions.find(division))
                .filter(found -> portal.home().covers(found.code()));
        if (place.isEmpty()) {
            return problems.answer(request, HttpStatus.NOT_FOUND, "unknown-division");
        }
        Optional<LocalDate> day = asOf.isBlank()
                ? Optional.of(time.today())
                : AskedDates.day(asOf).filter(asked -> !asked.isAfter(time.today()));
        if (day.isEmpty()) {
            return problems.answer(request, HttpStatus.BAD_REQUEST, "bad-date", "asOf");
        }
        int most = Math.clamp(limit, 1, MOST);
        List<LineAnswer> found =
                list.list(place.get().code(), day.get(), DecisionId.parse(after).orElse(null), most).stream()
                        .map(LineAnswer::of)
                        .toList();
        String next = found.size() == most ? found.getLast().id() : "";
        return ResponseEntity.ok(new PageAnswer(place.get().code().value(), day.get(), found, next));
    }

    @PublicPage
    @GetMapping("/{id}")
    @Operation(summary = "One decision with its exact figures")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = DecisionAnswer.class)))
    @Refusals
    ResponseEntity<?> one(
            @Parameter(description = "Address of the decision: community, vote, number", example = "12-3-1")
                    @PathVariable
                    String id,
            HttpServletRequest request) {
        Optional<DecisionId> asked = DecisionId.parse(id);
        Optional<Result> result = asked.flatMap(decision -> votes.findPublic(decision.vote()))
                .filter(vote -> vote.items().stream()
                        .anyMatch(item -> item.number() == asked.get().number()))
                .flatMap(results::find);
        return result.<ResponseEntity<?>>map(found -> ResponseEntity.ok(DecisionAnswer.of(asked.get(), found)))
                .orElseGet(() -> problems.answer(request, HttpStatus.NOT_FOUND, "unknown-decision"));
    }

    @ApiResponse(
            responseCode = "400",
            description = "The day is none, or lies in the future: code bad-date",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "404",
            description = "codes unknown-division, unknown-decision",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface Refusals {}
}

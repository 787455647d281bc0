package org.linli.figures.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.figures.web.FigureAnswers.Answer;
import org.linli.figures.web.FigureAnswers.Definition;
import org.linli.figures.web.FigureAnswers.RowsAnswer;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.ApiProblems;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The figures for machines. Every answer carries numerator, denominator, population, day and rule version. */
@RestController
@RequestMapping(path = "/api/v1/figures", produces = "application/json")
@Tag(name = "figures", description = "Published figures; each opens to its rows")
class FiguresApi {

    private static final int MOST_ROWS = 500;

    private final Figures figures;
    private final FigureRequest requests;
    private final MessageSource messages;
    private final ApiProblems problems;

    FiguresApi(Figures figures, FigureRequest requests, MessageSource messages, ApiProblems problems) {
        this.figures = figures;
        this.requests = requests;
        this.messages = messages;
        this.problems = problems;
    }

    @PublicPage
    @GetMapping
    @Operation(summary = "All figures with their definitions")
    List<Definition> list(HttpServletRequest request) {
        Texts chinese = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        Texts english = new Texts(messages, Locale.ENGLISH);
        return figures.list().stream()
                .map(figure -> Definition.of(figure, chinese, english, request.getContextPath()))
                .toList();
    }

    @PublicPage
    @GetMapping("/{figure}")
    @Operation(summary = "One figure of a division on a day, recomputed from rows")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = Answer.class)))
    @Refusals
    ResponseEntity<?> value(
            @AFigure @PathVariable String figure,
            @ADivision @RequestParam(required = false) @Nullable String division,
            @ADay @RequestParam(required = false) @Nullable String asOf,
            @AnInstant @RequestParam(required = false) @Nullable String knownAt,
            HttpServletRequest request) {
        return answer(figure, division, asOf, knownAt, request, asked -> {
            Figure found = asked.figure;
            return Answer.of(
                    found,
                    asked.division,
                    asked.asOf,
                    figures.value(found, asked.asOf, asked.division.code()),
                    problems.texts(request),
                    request.getContextPath());
        });
    }

    @PublicPage
    @GetMapping("/{figure}/divisions")
    @Operation(summary = "The same figure for each division right below")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Answer.class))))
    @Refusals
    ResponseEntity<?> divisions(
            @AFigure @PathVariable String figure,
            @ADivision @RequestParam(required = false) @Nullable String division,
            @ADay @RequestParam(required = false) @Nullable String asOf,
            @AnInstant @RequestParam(required = false) @Nullable String knownAt,
            HttpServletRequest request) {
        Texts texts = problems.texts(request);
        return answer(
                figure,
                division,
                asOf,
                knownAt,
                request,
                asked -> figures.below(asked.figure, asked.asOf, asked.division.code()).stream()
                        .map(below -> Answer.of(
                                asked.figure,
                                below.division(),
                                asked.asOf,
                                below.value(),
                                texts,
                                request.getContextPath()))
                        .toList());
    }

    @PublicPage
    @GetMapping("/{figure}/trend")
    @Operation(summary = "Month ends of the last twelve months, recomputed, and the day itself last")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = Answer.class))))
    @Refusals
    ResponseEntity<?> trend(
            @AFigure @PathVariable String figure,
            @ADivision @RequestParam(required = false) @Nullable String division,
            @ADay @RequestParam(required = false) @Nullable String asOf,
            @AnInstant @RequestParam(required = false) @Nullable String knownAt,
            HttpServletRequest request) {
        Texts texts = problems.texts(request);
        return answer(
                figure,
                division,
                asOf,
                knownAt,
                request,
                asked -> figures.trend(asked.figure, asked.asOf, asked.division.code()).stream()
                        .map(point -> Answer.of(
                                asked.figure,
                                asked.division,
                                asked.asOf.on(point.day()),
                                point.value(),
                                texts,
                                request.getContextPath()))
                        .toList());
    }

    @PublicPage
    @GetMapping("/{figure}/rows")
    @Operation(summary = "The rows behind a figure, paged by key")
    @ApiResponse(
            responseCode = "200",
            description = "The answer",
            content = @Content(schema = @Schema(implementation = RowsAnswer.class)))
    @Refusals
    ResponseEntity<?> rows(
            @AFigure @PathVariable String figure,
            @ADivision @RequestParam(required = false) @Nullable String division,
            @ADay @RequestParam(required = false) @Nullable String asOf,
            @AnInstant @RequestParam(required = false) @Nullable String knownAt,
            @Parameter(
                            description =
                                    "One of the figure's parts, or joined or left together with since; empty for all",
                            example = "counted")
                    @RequestParam(defaultValue = "")
                    String part,
            @Parameter(description = "Part of a name, code or pinyin", example = "baiyun")
                    @RequestParam(defaultValue = "")
                    String text,
            @Parameter(
                            description = "The other day of a comparison, for part=joined and part=left",
                            example = "2023-01-01")
                    @RequestParam(defaultValue = "")
                    String since,
            @Parameter(description = "Continue after this key: next of the page before")
                    @RequestParam(defaultValue = "")
                    String after,
            @Parameter(description = "At most so many rows, 1 to 500", example = "100")
                    @RequestParam(defaultValue = "100")
                    int limit,
            HttpServletRequest request) {
        Optional<LocalDate> other = requests.pastDay(since);
        if (!since.isBlank() && other.isEmpty()) {
            return problems.answer(request, HttpStatus.BAD_REQUEST, "bad-date", "since");
        }
        return answer(figure, division, asOf, knownAt, request, asked -> {
            RowFilter filter = new RowFilter(part, text, other, after, Math.clamp(limit, 1, MOST_ROWS));
            return RowsAnswer.of(
                    asked.figure,
                    asked.division,
                    asked.asOf,
                    asked.figure.rows(asked.asOf, asked.division.code(), filter),
                    problems.texts(request),
                    request.getContextPath());
        });
    }

    private ResponseEntity<?> answer(
            String code,
            @Nullable String division,
            @Nullable String asOf,
            @Nullable String knownAt,
            HttpServletRequest request,
            Function<Question, Object> answer) {
        Optional<Figure> figure = figures.find(code);
        if (figure.isEmpty()) {
            return problems.answer(request, HttpStatus.NOT_FOUND, "unknown-figure");
        }
        Optional<Division> place = requests.division(division);
        if (place.isEmpty()) {
            return problems.answer(request, HttpStatus.NOT_FOUND, "unknown-division");
        }
        if (!figure.get().isToldFor(place.get().code())) {
            return problems.answer(request, HttpStatus.NOT_FOUND, "division-too-small");
        }
        Optional<AsOf> dates = requests.asOf(asOf, knownAt);
        if (dates.isEmpty()) {
            boolean day = requests.asOf(asOf, null).isEmpty();
            return problems.answer(request, HttpStatus.BAD_REQUEST, "bad-date", day ? "asOf" : "knownAt");
        }
        return ResponseEntity.ok(answer.apply(new Question(figure.get(), place.get(), dates.get())));
    }

    private record Question(Figure figure, Division division, AsOf asOf) {}

    @Parameter(description = "A figure's code, from the list of figures", example = "professional-coverage")
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface AFigure {}

    @Parameter(description = "Code of a division, four to twelve digits; left out, the whole city", example = "3310")
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface ADivision {}

    @Parameter(description = "The legal day the figure speaks of; left out, today", example = "2023-11-02")
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface ADay {}

    @Parameter(
            description =
                    "With what was recorded until this instant, or until the end of this day in China; left out, now")
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface AnInstant {}

    @ApiResponse(
            responseCode = "400",
            description = "A date is none, or lies in the future: code bad-date",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @ApiResponse(
            responseCode = "404",
            description = "codes unknown-figure, unknown-division, division-too-small",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemDetail.class)))
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    private @interface Refusals {}
}

package org.linli.figures.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.Texts;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
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

    FiguresApi(Figures figures, FigureRequest requests, MessageSource messages) {
        this.figures = figures;
        this.requests = requests;
        this.messages = messages;
    }

    @PublicPage
    @GetMapping
    @Operation(summary = "All figures with their definitions")
    List<Definition> list() {
        Texts chinese = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
        Texts english = new Texts(messages, Locale.ENGLISH);
        return figures.list().stream()
                .map(figure -> new Definition(
                        figure.code(),
                        figure.kind(),
                        chinese.t("figure." + figure.code() + ".name"),
                        english.t("figure." + figure.code() + ".name"),
                        chinese.t("figure." + figure.code() + ".how"),
                        english.t("figure." + figure.code() + ".how"),
                        figure.population(),
                        figure.ruleVersion(),
                        figure.parts(),
                        "/api/v1/figures/" + figure.code()))
                .toList();
    }

    @PublicPage
    @GetMapping("/{figure}")
    @Operation(summary = "One figure of a division on a day, recomputed from rows")
    ResponseEntity<?> value(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return answer(
                figure,
                division,
                asOf,
                knownAt,
                (found, question) ->
                        Answer.of(found, question, figures.value(found, question.asOf, question.division.code())));
    }

    @PublicPage
    @GetMapping("/{figure}/divisions")
    @Operation(summary = "The same figure for each division right below")
    ResponseEntity<?> divisions(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return answer(
                figure,
                division,
                asOf,
                knownAt,
                (found, question) -> figures.below(found, question.asOf, question.division.code()).stream()
                        .map(below -> Answer.of(found, new Question(below.division(), question.asOf), below.value()))
                        .toList());
    }

    @PublicPage
    @GetMapping("/{figure}/trend")
    @Operation(summary = "Month ends of the last twelve months, recomputed, and the day itself")
    ResponseEntity<?> trend(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        return answer(
                figure,
                division,
                asOf,
                knownAt,
                (found, question) -> figures.trend(found, question.asOf, question.division.code()).stream()
                        .map(point -> Answer.of(
                                found, new Question(question.division, question.asOf.on(point.day())), point.value()))
                        .toList());
    }

    @PublicPage
    @GetMapping("/{figure}/rows")
    @Operation(
            summary = "The rows behind a figure, paged by key",
            description = "part: one of the figure's parts, or joined / left together with since")
    ResponseEntity<?> rows(
            @PathVariable String figure,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "100") int limit) {
        return answer(figure, division, asOf, knownAt, (found, question) -> {
            RowFilter filter =
                    new RowFilter(part, text, Optional.ofNullable(since), after, Math.clamp(limit, 1, MOST_ROWS));
            FigureRows rows = found.rows(question.asOf, question.division.code(), filter);
            Texts texts = new Texts(messages, Locale.SIMPLIFIED_CHINESE);
            return new RowsAnswer(
                    found.code(),
                    question.division.code().value(),
                    question.asOf.day(),
                    rows.columns().stream().map(texts::t).toList(),
                    rows.rows().stream()
                            .map(row -> new RowAnswer(
                                    row.key(),
                                    row.part(),
                                    row.href(),
                                    row.cells().stream()
                                            .map(cell -> texts.cell(cell))
                                            .toList()))
                            .toList(),
                    rows.total(),
                    rows.next());
        });
    }

    private ResponseEntity<?> answer(
            String code,
            @Nullable String division,
            @Nullable String asOf,
            @Nullable String knownAt,
            BiFunction<Figure, Question, Object> answer) {
        Optional<Figure> figure = figures.find(code);
        Optional<Division> place = requests.division(division);
        if (figure.isEmpty() || place.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, figure.isEmpty() ? "unknown figure" : "unknown division");
        }
        Optional<AsOf> dates = requests.asOf(asOf, knownAt);
        return dates.isEmpty()
                ? problem(
                        HttpStatus.BAD_REQUEST,
                        "asOf must be a day until today, as 2023-11-02; knownAt a day or an instant")
                : ResponseEntity.ok(answer.apply(figure.get(), new Question(place.get(), dates.get())));
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(Map.of("status", status.value(), "detail", detail));
    }

    private record Question(Division division, AsOf asOf) {}

    /** What a figure means. */
    record Definition(
            String figure,
            Figure.Kind kind,
            String name,
            String nameEn,
            String how,
            String howEn,
            String population,
            String ruleVersion,
            List<String> parts,
            String href) {}

    /** One value. {@code percent} is rounded half up to 0.1, null without a denominator. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            String figure,
            String division,
            String divisionName,
            LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant knownAt,

            String population,
            long numerator,
            @Nullable Long denominator,
            @Nullable String percent,
            String ruleVersion,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FigureValue.Part> parts,
            String rows) {

        static Answer of(Figure figure, Question question, FigureValue value) {
            String code = question.division.code().value();
            return new Answer(
                    figure.code(),
                    code,
                    question.division.name(),
                    question.asOf.day(),
                    question.asOf.knownAt().orElse(null),
                    figure.population(),
                    value.numerator(),
                    value.denominator(),
                    value.percent(),
                    figure.ruleVersion(),
                    value.parts(),
                    "/api/v1/figures/" + figure.code() + "/rows?division=" + code + "&asOf=" + question.asOf.day()
                            + question.asOf
                                    .knownAt()
                                    .map(at -> "&knownAt=" + at)
                                    .orElse("")
                            + (figure.kind() == Figure.Kind.SHARE
                                    ? "&part=" + figure.parts().getFirst()
                                    : ""));
        }
    }

    record RowsAnswer(
            String figure,
            String division,
            LocalDate asOf,
            List<String> columns,
            List<RowAnswer> rows,
            long total,
            String next) {}

    record RowAnswer(String key, String part, String page, List<String> cells) {}
}

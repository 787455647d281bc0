package org.linli.figures.web;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.platform.web.Texts;

/** The shapes of the figures API. Names are stable English; words stand beside them in the reader's language. */
final class FigureAnswers {

    private static final String COLUMN = "figure.column.";
    private static final String PATH = "/api/v1/figures/";

    private FigureAnswers() {}

    /** What a figure means. */
    @Schema(description = "A figure's definition, in Chinese and English")
    record Definition(
            @Schema(description = "Stable name in addresses", example = "professional-coverage")
            String figure,

            Figure.Kind kind,
            String name,
            String nameEn,
            String how,
            String howEn,

            @Schema(description = "Code of the counted population", example = "ALL_RESIDENTIAL")
            String population,

            String populationName,
            String populationNameEn,

            @Schema(description = "Version of the rule that decides each row")
            String ruleVersion,

            @Schema(description = "What rows can be narrowed to; of a share, the first is the numerator")
            List<String> parts,

            String href) {

        /** @param root the sub-path that Linli answers under, so that addresses can be followed as they are */
        static Definition of(Figure figure, Texts chinese, Texts english, String root) {
            String key = "figure." + figure.code();
            String population = "population." + figure.population();
            return new Definition(
                    figure.code(),
                    figure.kind(),
                    chinese.t(key + ".name"),
                    english.t(key + ".name"),
                    chinese.t(key + ".how"),
                    english.t(key + ".how"),
                    figure.population(),
                    chinese.t(population),
                    english.t(population),
                    figure.ruleVersion(),
                    figure.parts(),
                    root + PATH + figure.code());
        }
    }

    /** One value. */
    @Schema(description = "One value of a figure; never a bare percentage")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Answer(
            @Schema(example = "professional-coverage") String figure,
            @Schema(example = "3310") String division,
            String divisionName,
            @Schema(example = "2023-11-02") LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant knownAt,

            @Schema(description = "Code of the counted population", example = "ALL_RESIDENTIAL")
            String population,

            @Schema(description = "The population in the reader's language")
            String populationName,

            @Schema(example = "1043") long numerator,

            @Schema(description = "Null for a plain count", example = "1215") @Nullable
            Long denominator,

            @Schema(description = "Rounded half up to 0.1; null when there is nothing to divide by", example = "85.8")
            @Nullable
            String percent,

            String ruleVersion,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FigureValue.Part> parts,

            @Schema(description = "What else is counted of the same rows, each under its own name, such as communities")
            @JsonAnyGetter
            Map<String, Long> also,

            @Schema(description = "Where the rows behind the number are")
            String rows) {

        /** @param root the sub-path that Linli answers under, so that addresses can be followed as they are */
        static Answer of(Figure figure, Division division, AsOf asOf, FigureValue value, Texts texts, String root) {
            String code = division.code().value();
            return new Answer(
                    figure.code(),
                    code,
                    division.name(),
                    asOf.day(),
                    asOf.knownAt().orElse(null),
                    figure.population(),
                    texts.t("population." + figure.population()),
                    value.numerator(),
                    value.denominator(),
                    value.percent(),
                    figure.ruleVersion(),
                    value.parts(),
                    value.also().stream().collect(Collectors.toMap(FigureValue.Part::key, FigureValue.Part::count)),
                    root + PATH + figure.code() + "/rows?division=" + code + "&" + asOf.query()
                            + (figure.kind() == Figure.Kind.SHARE
                                    ? "&part=" + figure.parts().getFirst()
                                    : ""));
        }
    }

    /** A page of rows. */
    @Schema(description = "A page of the rows behind a number, in the order of their keys")
    record RowsAnswer(
            String figure,
            String division,
            LocalDate asOf,

            @Schema(description = "Stable names of the cells, in order")
            List<String> columns,

            @Schema(description = "The same in the reader's language")
            Map<String, String> columnNames,

            List<RowAnswer> rows,

            @Schema(description = "Rows that match in all") long total,

            @Schema(description = "Give it as after to continue; empty at the end")
            String next) {

        /** @param root the sub-path that Linli answers under, so that addresses can be followed as they are */
        static RowsAnswer of(Figure figure, Division division, AsOf asOf, FigureRows rows, Texts texts, String root) {
            List<String> columns = rows.columns().stream()
                    .map(key -> key.startsWith(COLUMN) ? key.substring(COLUMN.length()) : key)
                    .toList();
            return new RowsAnswer(
                    figure.code(),
                    division.code().value(),
                    asOf.day(),
                    columns,
                    named(columns, rows.columns(), texts::t),
                    rows.rows().stream()
                            .map(row -> new RowAnswer(
                                    row.key(),
                                    row.part(),
                                    row.href().isEmpty() ? "" : root + row.href(),
                                    named(columns, row.cells(), FigureAnswers::stable),
                                    named(columns, row.cells(), texts::cell)))
                            .toList(),
                    rows.total(),
                    rows.next());
        }
    }

    @Schema(description = "One thing that was counted, or not")
    record RowAnswer(
            String key,

            @Schema(description = "The part it is counted in")
            String part,

            @Schema(description = "Path of its public page") String page,

            @Schema(
                    description = "Cells by column; codes where the page shows words, several joined by |",
                    example = "{\"state\": \"service-state.PROFESSIONAL\"}")
            Map<String, String> cells,

            @Schema(description = "The same cells in the reader's language")
            Map<String, String> texts) {}

    /** Text keys without their marks. */
    private static String stable(String cell) {
        return cell.startsWith("~") ? cell.substring(1).replace("|~", "|") : cell;
    }

    private static Map<String, String> named(List<String> columns, List<String> values, UnaryOperator<String> word) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), word.apply(values.get(i)));
        }
        return cells;
    }
}

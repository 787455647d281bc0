package org.linli.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.figures.Targets;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.ScopeGate;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.sheets.SheetWriter;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** The overview and the page of each figure: for everybody. */
@Controller
class FigureController {

    private static final int ROWS_ON_A_PAGE = 50;
    private static final int NAMES_OF_CHANGES = 8;

    private final Figures figures;
    private final Targets targets;
    private final Divisions divisions;
    private final FigureRequest requests;
    private final Frames frames;
    private final ScopeGate gate;
    private final JsonMapper json;

    FigureController(
            Figures figures,
            Targets targets,
            Divisions divisions,
            FigureRequest requests,
            Frames frames,
            ScopeGate gate,
            JsonMapper json) {
        this.figures = figures;
        this.targets = targets;
        this.divisions = divisions;
        this.requests = requests;
        this.frames = frames;
        this.gate = gate;
        this.json = json;
    }

    @PublicPage
    @GetMapping("/figures")
    ModelAndView overview(
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt) {
        Division place = requests.division(division).orElseThrow(NotFound::new);
        AsOf dates = requests.asOf(asOf, knownAt).orElseGet(() -> AsOf.day(requests.today()));
        LocalDate since = yearStart(dates.day());
        Map<String, Integer> goals = targets.of(place.code(), dates.day().getYear());
        List<OverviewPage.Card> cards = figures.listFor(place.code()).stream()
                .map(figure -> card(figure, dates, since, place, goals.get(figure.code())))
                .toList();
        List<Figure> shares = figures.listFor(place.code()).stream()
                .filter(figure -> figure.kind() != Figure.Kind.COMPOSITION)
                .filter(figure -> figure.finest().ordinal() > place.level().ordinal())
                .toList();
        return Views.of(
                "figures/overview",
                new OverviewPage(
                        divisions.path(place.code()).stream()
                                .filter(d -> d.level().ordinal() >= DivisionLevel.CITY.ordinal())
                                .toList(),
                        dates,
                        since,
                        cards,
                        shares,
                        table(shares, dates, place),
                        changes(dates, since, place),
                        map(figures.list().getFirst(), dates, place)));
    }

    private OverviewPage.Card card(
            Figure figure, AsOf dates, LocalDate since, Division place, @Nullable Integer target) {
        FigureValue value = figures.value(figure, dates, place.code());
        boolean reached = target == null
                || value.share().map(share -> share.reaches(target)).orElse(true);
        return new OverviewPage.Card(
                figure, value, figures.value(figure, dates.on(since), place.code()), target, reached);
    }

    private List<OverviewPage.Line> table(List<Figure> columns, AsOf dates, Division place) {
        Map<Division, List<FigureValue>> lines = new LinkedHashMap<>();
        for (Figure figure : columns) {
            figures.below(figure, dates, place.code())
                    .forEach(below -> lines.computeIfAbsent(below.division(), d -> new ArrayList<>())
                            .add(below.value()));
        }
        return lines.entrySet().stream()
                .filter(line -> line.getValue().size() == columns.size())
                .map(line -> new OverviewPage.Line(line.getKey(), line.getValue()))
                .toList();
    }

    private List<OverviewPage.Change> changes(AsOf dates, LocalDate since, Division place) {
        return figures.list().stream()
                .filter(figure -> figure.kind() == Figure.Kind.SHARE)
                .limit(2)
                .map(figure -> new OverviewPage.Change(
                        figure,
                        figure.movement(dates, since, place.code()),
                        some(figure, "joined", dates, since, place),
                        some(figure, "left", dates, since, place)))
                .toList();
    }

    private static FigureRows some(Figure figure, String part, AsOf dates, LocalDate since, Division place) {
        return figure.rows(dates, place.code(), new RowFilter(part, "", Optional.of(since), "", NAMES_OF_CHANGES));
    }

    @PublicPage
    @GetMapping("/figures/{code}")
    ModelAndView figure(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable String since,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            HttpServletRequest request) {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division).orElseThrow(NotFound::new);
        AsOf dates = requests.asOf(asOf, knownAt).orElseGet(() -> AsOf.day(requests.today()));
        LocalDate other = requests.asOf(since, null)
                .filter(day -> since != null && !since.isBlank())
                .map(AsOf::day)
                .orElseGet(() -> yearStart(dates.day()));
        RowFilter filter = new RowFilter(part, text, Optional.of(other), after, ROWS_ON_A_PAGE);
        Texts texts = frames.texts(request);
        List<Figures.Below> below = figures.below(figure, dates, place.code());
        List<Figures.Point> trend = figures.trend(figure, dates, place.code());
        return Views.of(
                "figures/figure",
                new FigurePage(
                        figure,
                        divisions.path(place.code()).stream()
                                .filter(d -> d.level().ordinal() >= DivisionLevel.CITY.ordinal())
                                .toList(),
                        dates,
                        other,
                        figures.value(figure, dates, place.code()),
                        figures.value(figure, dates.on(other), place.code()),
                        figure.movement(dates, other, place.code()),
                        targets.of(place.code(), dates.day().getYear()).get(figure.code()),
                        below,
                        trend,
                        figure.rows(dates, place.code(), filter),
                        filter,
                        targets.published(figure.code(), place.code()),
                        maySetTargets(gate.viewer(request), place),
                        chart(
                                texts.t("figure." + code + ".name"),
                                trend.stream()
                                        .map(point -> point.day().toString())
                                        .toList(),
                                trend.stream().map(Figures.Point::value).toList()),
                        chart(
                                texts.t("figure." + code + ".name"),
                                below.stream()
                                        .map(line -> line.division().name())
                                        .toList(),
                                below.stream().map(Figures.Below::value).toList()),
                        map(figure, dates, place)));
    }

    @PublicPage
    @GetMapping("/figures/{code}/rows.xlsx")
    void export(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String asOf,
            @RequestParam(required = false) @Nullable String knownAt,
            @RequestParam(required = false) @Nullable LocalDate since,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division).orElseThrow(NotFound::new);
        AsOf dates = requests.asOf(asOf, knownAt).orElseThrow(NotFound::new);
        Texts texts = frames.texts(request);
        FigureRows rows = figure.rows(
                dates, place.code(), new RowFilter(part, text, Optional.ofNullable(since), "", Integer.MAX_VALUE));
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"" + code + "-" + place.code() + "-" + dates.day() + ".xlsx\"");
        try (SheetWriter sheet = SheetWriter.xlsx(
                response.getOutputStream(),
                code,
                rows.columns().stream().map(column -> texts.t(column)).toList())) {
            for (FigureRows.Row row : rows.rows()) {
                sheet.row(row.cells().stream().map(cell -> texts.cell(cell)).toList());
            }
        }
    }

    @Scoped(
            value = "division",
            roles = {Role.CITY, Role.COUNTY})
    @PostMapping("/figures/{code}/targets/{division}")
    ModelAndView setTarget(
            @PathVariable String code,
            @PathVariable String division,
            @RequestParam int year,
            @RequestParam String percent,
            Viewer viewer) {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division).orElseThrow(NotFound::new);
        if (!maySetTargets(Optional.of(viewer), place)) {
            throw new NotFound();
        }
        Optional<Integer> points = basisPoints(percent);
        points.filter(value -> year >= 2000 && year <= 2200)
                .ifPresent(value -> targets.set(figure.code(), place.code(), year, value, viewer.name()));
        return Views.redirect(
                "/figures/" + code + "?division=" + place.code() + (points.isPresent() ? "" : "&badTarget=1"));
    }

    /** A percentage with at most two decimals, as 0.01 %. */
    private static Optional<Integer> basisPoints(String percent) {
        if (!percent.strip().matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        int points = new java.math.BigDecimal(percent.strip()).movePointRight(2).intValueExact();
        return points <= 10_000 ? Optional.of(points) : Optional.empty();
    }

    private static boolean maySetTargets(Optional<Viewer> viewer, Division place) {
        return viewer.filter(v -> v.role() == Role.CITY || v.role() == Role.COUNTY)
                .map(Viewer::scope)
                .filter(scope ->
                        scope instanceof Scope.OfDivision own && own.division().covers(place.code()))
                .isPresent();
    }

    private static LocalDate yearStart(LocalDate day) {
        return day.withDayOfYear(1).equals(day) ? day.minusYears(1) : day.withDayOfYear(1);
    }

    /** Values as the chart script reads them: rates in per cent where there are rates, counts otherwise. */
    private String chart(String name, List<String> labels, List<FigureValue> values) {
        boolean rates = values.stream()
                .anyMatch(value -> value.denominator() != null && value.parts().isEmpty());
        List<Map<String, Object>> points = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            FigureValue value = values.get(i);
            @Nullable String percent = rates ? value.percent() : null;
            Map<String, Object> point = new LinkedHashMap<>();
            point.put("label", labels.get(i));
            point.put("value", rates ? (percent == null ? "" : percent) : Long.toString(value.numerator()));
            point.put("note", value.denominator() == null ? "" : value.numerator() + " / " + value.denominator());
            points.add(point);
        }
        return json.writeValueAsString(Map.of("name", name, "unit", rates ? "%" : "", "points", points));
    }

    /** Rates by county for the map of the city; empty elsewhere. */
    private String map(Figure figure, AsOf dates, Division place) {
        if (place.level() != DivisionLevel.CITY || figure.kind() != Figure.Kind.SHARE) {
            return "";
        }
        Map<String, Object> counties = new LinkedHashMap<>();
        figures.below(figure, dates, place.code())
                .forEach(below -> counties.put(
                        below.division().code().value(),
                        Map.of(
                                "name",
                                below.division().name(),
                                "percent",
                                below.value().percent() == null
                                        ? ""
                                        : below.value().percent(),
                                "note",
                                below.value().numerator() + " / "
                                        + below.value().denominator())));
        return json.writeValueAsString(counties);
    }
}

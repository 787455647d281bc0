package org.linli.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.Figures;
import org.linli.figures.Goals;
import org.linli.figures.RowFilter;
import org.linli.figures.Targets;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The overview of a division: for everybody. */
@Controller
class OverviewController {

    private static final int NAMES_OF_A_LIST = 8;

    private final Figures figures;
    private final Targets targets;
    private final FigureRequest requests;
    private final FigureCharts charts;

    OverviewController(Figures figures, Targets targets, FigureRequest requests, FigureCharts charts) {
        this.figures = figures;
        this.targets = targets;
        this.requests = requests;
        this.charts = charts;
    }

    @PublicPage
    @GetMapping("/figures")
    ModelAndView overview(@RequestParam(required = false) @Nullable String division, HttpServletRequest request) {
        Division place = requests.division(division).orElseThrow(NotFound::new);
        AsOf dates = requests.ofPage(request);
        LocalDate since = FigureRequest.yearStart(dates.day());
        Goals goals = targets.around(place.code(), dates.day().getYear());
        Map<Figure, Figures.InAndBelow> values = new LinkedHashMap<>();
        figures.listFor(place.code())
                .forEach(figure -> values.put(figure, figures.inAndBelow(figure, dates, place.code())));
        List<OverviewPage.Card> cards = values.entrySet().stream()
                .map(told -> new OverviewPage.Card(
                        told.getKey(),
                        told.getValue().value(),
                        figures.value(told.getKey(), dates.on(since), place.code()),
                        goals.nearest(told.getKey().code(), place.code())))
                .toList();
        Map<Figure, List<Figures.Below>> columns = new LinkedHashMap<>();
        values.forEach((figure, told) -> {
            if (figure.kind() != Figure.Kind.COMPOSITION
                    && figure.finest().ordinal() > place.level().ordinal()) {
                columns.put(figure, told.below());
            }
        });
        return Views.of(
                "figures/overview",
                new OverviewPage(
                        requests.path(place),
                        dates,
                        since,
                        cards,
                        List.copyOf(columns.keySet()),
                        table(columns, goals),
                        changes(dates, since, place),
                        gaps(dates, place),
                        charts.map(figures.list().getFirst(), dates, place)));
    }

    /** A division below without a target of its own is compared with the target of the one above. */
    private static List<OverviewPage.Line> table(Map<Figure, List<Figures.Below>> columns, Goals goals) {
        Map<Division, List<OverviewPage.Cell>> lines = new LinkedHashMap<>();
        columns.forEach((figure, values) -> {
            for (Figures.Below below : values) {
                lines.computeIfAbsent(below.division(), d -> new ArrayList<>())
                        .add(new OverviewPage.Cell(
                                below.value(),
                                goals.nearest(figure.code(), below.division().code())));
            }
        });
        return lines.entrySet().stream()
                .filter(line -> line.getValue().size() == columns.size())
                .map(line -> new OverviewPage.Line(line.getKey(), line.getValue()))
                .toList();
    }

    private List<OverviewPage.Change> changes(AsOf dates, LocalDate since, Division place) {
        return ofCommunities()
                .map(figure -> new OverviewPage.Change(
                        figure,
                        figure.movement(dates, since, place.code()),
                        some(figure, "joined", dates, Optional.of(since), place),
                        some(figure, "left", dates, Optional.of(since), place)))
                .toList();
    }

    private List<OverviewPage.Gap> gaps(AsOf dates, Division place) {
        return ofCommunities()
                .map(figure -> {
                    String missing = figure.parts().getLast();
                    return new OverviewPage.Gap(figure, missing, some(figure, missing, dates, Optional.empty(), place));
                })
                .toList();
    }

    /** The shares whose rows count one each; that of residents has the same rows as coverage. */
    private Stream<Figure> ofCommunities() {
        return figures.list().stream()
                .filter(figure -> figure.kind() == Figure.Kind.SHARE)
                .limit(2);
    }

    private static FigureRows some(Figure figure, String part, AsOf dates, Optional<LocalDate> since, Division place) {
        return figure.rows(dates, place.code(), new RowFilter(part, "", since, "", NAMES_OF_A_LIST));
    }
}

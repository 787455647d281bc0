package org.linli.figures.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.Figures;
import org.linli.figures.Goals;
import org.linli.figures.RowFilter;
import org.linli.figures.Targets;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.ScopeGate;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of each figure: for everybody. */
@Controller
class FigureController {

    private static final int ROWS_ON_A_PAGE = 50;

    private final Figures figures;
    private final Targets targets;
    private final FigureRequest requests;
    private final FigureCharts charts;
    private final Frames frames;
    private final ScopeGate gate;

    FigureController(
            Figures figures,
            Targets targets,
            FigureRequest requests,
            FigureCharts charts,
            Frames frames,
            ScopeGate gate) {
        this.figures = figures;
        this.targets = targets;
        this.requests = requests;
        this.charts = charts;
        this.frames = frames;
        this.gate = gate;
    }

    @PublicPage
    @GetMapping("/figures/{code}")
    ModelAndView figure(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String badTarget,
            HttpServletRequest request) {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division)
                .filter(found -> figure.isToldFor(found.code()))
                .orElseThrow(NotFound::new);
        AsOf dates = requests.ofPage(request);
        LocalDate other = requests.sinceOfPage(request, dates.day());
        RowFilter filter = new RowFilter(part, text, Optional.of(other), after, ROWS_ON_A_PAGE);
        Goals goals = targets.around(place.code(), dates.day().getYear());
        Texts texts = frames.texts(request);
        Figures.InAndBelow values = figures.inAndBelow(figure, dates, place.code());
        List<Figures.Point> trend = figures.trend(figure, dates, place.code());
        return Views.of(
                "figures/figure",
                new FigurePage(
                        figure,
                        requests.path(place),
                        dates,
                        other,
                        values.value(),
                        figures.value(figure, dates.on(other), place.code()),
                        figure.movement(dates, other, place.code()),
                        goals.nearest(figure.code(), place.code()),
                        goals.own(figure.code(), place.code()),
                        values.below(),
                        trend,
                        figure.rows(dates, place.code(), filter),
                        filter,
                        targets.published(figure.code(), place.code()),
                        TargetController.maySetTargets(gate.viewer(request), place),
                        badTarget,
                        charts.trend(figure, texts, trend),
                        charts.map(figure, dates, place)));
    }
}

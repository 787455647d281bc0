package org.linli.figures.web;

import java.util.Optional;
import org.linli.divisions.Division;
import org.linli.figures.Figure;
import org.linli.figures.Figures;
import org.linli.figures.Targets;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Ui;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A city or county department sets the yearly target of a division of its own. */
@Controller
class TargetController {

    private final Figures figures;
    private final Targets targets;
    private final FigureRequest requests;

    TargetController(Figures figures, Targets targets, FigureRequest requests) {
        this.figures = figures;
        this.targets = targets;
        this.requests = requests;
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
            @RequestParam(defaultValue = "") String asOf,
            @RequestParam(defaultValue = "") String knownAt,
            Viewer viewer) {
        Figure figure = figures.find(code).orElseThrow(NotFound::new);
        Division place = requests.division(division).orElseThrow(NotFound::new);
        if (!maySetTargets(Optional.of(viewer), place)) {
            throw new NotFound();
        }
        Optional<Integer> points = basisPoints(percent);
        points.filter(value -> year >= 2000 && year <= 2200)
                .ifPresent(value -> targets.set(figure.code(), place.code(), year, value, viewer.name()));
        return Views.redirect("/figures/" + code + "?division=" + place.code()
                + requests.asOf(asOf, knownAt).map(dates -> "&" + dates.query()).orElse("")
                + (points.isPresent()
                        ? ""
                        : "&badTarget=" + Ui.encode(percent.substring(0, Math.min(20, percent.length())))));
    }

    /** A percentage with at most two decimals, as 0.01 %. */
    private static Optional<Integer> basisPoints(String percent) {
        if (!percent.strip().matches("\\d{1,3}(\\.\\d{1,2})?")) {
            return Optional.empty();
        }
        int points = new java.math.BigDecimal(percent.strip()).movePointRight(2).intValueExact();
        return points <= 10_000 ? Optional.of(points) : Optional.empty();
    }

    static boolean maySetTargets(Optional<Viewer> viewer, Division place) {
        return viewer.filter(v -> v.role().isDepartment())
                .map(Viewer::scope)
                .filter(scope ->
                        scope instanceof Scope.OfDivision own && own.division().covers(place.code()))
                .isPresent();
    }
}

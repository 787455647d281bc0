package org.linli.figures.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.web.Texts;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Numbers as the chart and map scripts read them; the same numbers stand in a table beside each. */
@Component
class FigureCharts {

    private final Figures figures;
    private final JsonMapper json;

    FigureCharts(Figures figures, JsonMapper json) {
        this.figures = figures;
        this.json = json;
    }

    /** The months of a figure: a composition as stacked parts, all else as a line. */
    String trend(Figure figure, Texts texts, List<Figures.Point> trend) {
        String key = "figure." + figure.code();
        String name = texts.t(key + ".name");
        List<String> labels =
                trend.stream().map(point -> point.day().toString()).toList();
        List<FigureValue> values = trend.stream().map(Figures.Point::value).toList();
        return figure.kind() == Figure.Kind.COMPOSITION
                ? stack(
                        name,
                        labels,
                        figure.parts().stream()
                                .map(part -> texts.t(key + ".part." + part))
                                .toList(),
                        values)
                : line(name, labels, values);
    }

    private String stack(String name, List<String> labels, List<String> parts, List<FigureValue> values) {
        List<Map<String, Object>> series = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            series.add(Map.of(
                    "name",
                    parts.get(i),
                    "values",
                    values.stream()
                            .map(value -> value.parts().get(part).count())
                            .toList()));
        }
        return json.writeValueAsString(Map.of("name", name, "labels", labels, "series", series));
    }

    /** Rates in per cent where there are rates, counts otherwise. */
    private String line(String name, List<String> labels, List<FigureValue> values) {
        boolean rates = values.stream().anyMatch(value -> value.denominator() != null);
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

    /** Rates by county for the map of a city whose outlines are at hand; null elsewhere. */
    @Nullable
    MapView map(Figure figure, AsOf dates, Division place) {
        String outlines = "assets/outlines/" + place.code() + ".geojson";
        if (place.level() != DivisionLevel.CITY
                || figure.kind() != Figure.Kind.SHARE
                || FigureCharts.class.getResource("/static/" + outlines) == null) {
            return null;
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
        return new MapView(outlines, json.writeValueAsString(counties));
    }
}

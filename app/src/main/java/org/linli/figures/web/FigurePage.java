package org.linli.figures.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.figures.RowFilter;
import org.linli.figures.Targets;

/**
 * The page of one figure.
 *
 * @param path from the city down to the division asked for
 * @param compared the value on the other day
 * @param target this year's target in 0.01 %, its own or that of the nearest division above; null when none is set
 * @param ownTarget the one that the division set itself, null when it set none
 * @param badTarget a refused target as it was typed, or empty
 * @param trendChart the same numbers as the table beside it, as JSON for the chart script
 */
public record FigurePage(
        Figure figure,
        List<Division> path,
        AsOf asOf,
        LocalDate since,
        FigureValue value,
        FigureValue compared,
        Figure.Movement movement,
        @Nullable Integer target,
        @Nullable Integer ownTarget,
        List<Figures.Below> below,
        List<Figures.Point> trend,
        FigureRows rows,
        RowFilter filter,
        List<Targets.Published> published,
        boolean setsTargets,
        String badTarget,
        String trendChart,
        @Nullable MapView map) {

    public Division division() {
        return path.getLast();
    }

    public String code() {
        return figure.code();
    }

    /** Text keys of the parts that the rows can be narrowed to. */
    public List<String> parts() {
        return figure.parts();
    }

    /** Whether the cells of a column are numbers. @param column its text key */
    public boolean isNumber(String column) {
        return column.endsWith(".amount") || column.endsWith(".projects");
    }
}

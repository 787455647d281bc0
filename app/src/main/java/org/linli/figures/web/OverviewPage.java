package org.linli.figures.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureRows;
import org.linli.figures.FigureValue;

/**
 * The overview of a division: target, fact and gap per figure and per division below, and what changed since the year began.
 *
 * @param path from the city down
 * @param table one line per division below, with the values of {@code columns}
 */
public record OverviewPage(
        List<Division> path,
        AsOf asOf,
        LocalDate since,
        List<Card> cards,
        List<Figure> columns,
        List<Line> table,
        List<Change> changes,
        String map) {

    public Division division() {
        return path.getLast();
    }

    /** @param target in 0.01 %, null when none is set @param reached whether the exact share reaches it */
    public record Card(
            Figure figure,
            FigureValue value,
            FigureValue yearStart,
            @Nullable Integer target,
            boolean reached) {}

    public record Line(Division division, List<FigureValue> values) {}

    /** @param joined the first joiners @param left the first leavers */
    public record Change(Figure figure, Figure.Movement movement, FigureRows joined, FigureRows left) {}
}

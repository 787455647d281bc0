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
        List<Gap> gaps,
        @Nullable MapView map) {

    public Division division() {
        return path.getLast();
    }

    /** @param target in 0.01 %, null when none is set */
    public record Card(
            Figure figure,
            FigureValue value,
            FigureValue yearStart,
            @Nullable Integer target) {

        /** How many the numerator lacks to reach the target; zero or less when it is reached, null without a target. */
        public @Nullable Long lacking() {
            return value.lacking(target);
        }
    }

    public record Line(Division division, List<Cell> cells) {}

    /** @param target the division's own, or else the one above's, in 0.01 %; null when there is none */
    public record Cell(FigureValue value, @Nullable Integer target) {

        /** How many the numerator lacks to reach the target; zero or less when it is reached, null without a target. */
        public @Nullable Long lacking() {
            return value.lacking(target);
        }
    }

    /** @param part the part that is not in the numerator @param rows the first of it */
    public record Gap(Figure figure, String part, FigureRows rows) {}

    /** @param joined the first joiners @param left the first leavers */
    public record Change(Figure figure, Figure.Movement movement, FigureRows joined, FigureRows left) {}
}

package org.linli.portal;

import java.time.LocalDate;
import java.util.List;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;

/** @param counties professional coverage by county, the strip below the figures */
public record HomePage(LocalDate asOf, List<Line> figures, List<Figures.Below> counties) {
    public record Line(Figure figure, FigureValue value) {}
}

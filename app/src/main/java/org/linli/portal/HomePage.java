package org.linli.portal;

import java.time.LocalDate;
import java.util.List;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.platform.sections.PageSections;

/**
 * @param sections what features show of the city, below the figures
 * @param counties professional coverage by county, the strip below them
 */
public record HomePage(
        LocalDate asOf, List<Line> figures, List<PageSections.Section> sections, List<Figures.Below> counties) {
    public record Line(Figure figure, FigureValue value) {}
}

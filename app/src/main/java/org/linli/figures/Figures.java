package org.linli.figures;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.springframework.stereotype.Service;

/** All figures that features contribute, and what can be asked of each. */
@Service
public class Figures {

    private static final int TREND_MONTHS = 12;

    private final List<Figure> figures;
    private final Divisions divisions;

    Figures(List<Figure> figures, Divisions divisions) {
        this.figures =
                figures.stream().sorted(Comparator.comparingInt(Figure::order)).toList();
        this.divisions = divisions;
    }

    public List<Figure> list() {
        return figures;
    }

    /** The figures that can be told for a division. */
    public List<Figure> listFor(DivisionCode division) {
        return figures.stream().filter(figure -> figure.isToldFor(division)).toList();
    }

    public Optional<Figure> find(String code) {
        return figures.stream().filter(figure -> figure.code().equals(code)).findFirst();
    }

    public FigureValue value(Figure figure, AsOf asOf, DivisionCode division) {
        return figure.values(asOf, List.of(division)).getFirst();
    }

    /** The divisions right below, each with its value; empty for a neighbourhood. */
    public List<Below> below(Figure figure, AsOf asOf, DivisionCode division) {
        return inAndBelow(figure, asOf, division).below();
    }

    /** A division's value and those right below, asked of the figure at once. */
    public InAndBelow inAndBelow(Figure figure, AsOf asOf, DivisionCode division) {
        List<Division> children =
                division.level().ordinal() >= figure.finest().ordinal() ? List.of() : divisions.listChildren(division);
        List<FigureValue> values = figure.values(
                asOf,
                Stream.concat(Stream.of(division), children.stream().map(Division::code))
                        .toList());
        return new InAndBelow(
                values.getFirst(),
                IntStream.range(0, children.size())
                        .mapToObj(i -> new Below(children.get(i), values.get(i + 1)))
                        .filter(below -> division.level() != DivisionLevel.STREET || isNotEmpty(below.value()))
                        .toList());
    }

    /** Month ends of the last twelve months, and the day itself last. */
    public List<Point> trend(Figure figure, AsOf asOf, DivisionCode division) {
        YearMonth last = YearMonth.from(asOf.day());
        return IntStream.rangeClosed(1, TREND_MONTHS)
                .mapToObj(i -> i == TREND_MONTHS
                        ? asOf.day()
                        : last.minusMonths((long) TREND_MONTHS - i).atEndOfMonth())
                .map(day -> new Point(day, value(figure, asOf.on(day), division)))
                .toList();
    }

    private static boolean isNotEmpty(FigureValue value) {
        return value.numerator() > 0 || (value.denominator() != null && value.denominator() > 0);
    }

    /** @param division a division below the one asked for @param value its value */
    public record Below(Division division, FigureValue value) {}

    /** @param value of a division @param below those of the divisions right below it */
    public record InAndBelow(FigureValue value, List<Below> below) {}

    /** @param day of the value @param value the value on that day, recomputed */
    public record Point(LocalDate day, FigureValue value) {}
}

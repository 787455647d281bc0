package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.figures.Figure;
import org.linli.figures.FigureValue;
import org.linli.figures.Figures;
import org.linli.figures.Targets;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which published figures an act would move.
 *
 * <p>The act is carried out, the figures are computed again by the very code that publishes them, and everything is
 * rolled back.
 */
@Service
public class FiguresMoved {

    private static final int MONTHS_OF_QUARTER = 3;
    private static final int YEAR_STARTS = 5;

    private final Figures figures;
    private final Targets targets;
    private final Divisions places;
    private final JdbcClient jdbc;
    private final BusinessTime time;
    private final TransactionTemplate transaction;

    FiguresMoved(
            Figures figures,
            Targets targets,
            Divisions places,
            JdbcClient jdbc,
            BusinessTime time,
            PlatformTransactionManager transactions) {
        this.figures = figures;
        this.targets = targets;
        this.places = places;
        this.jdbc = jdbc;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** @param outcome what the act would say @param moved the figures that differ, by division, day and their order */
    public record Preview(Outcome outcome, List<Moved> moved) {}

    /** @param figure its code @param place the division in words @param day as of */
    public record Moved(
            String figure, Figure.Kind kind, String place, LocalDate day, FigureValue before, FigureValue after) {

        /** Numerator and denominator, such as {@code 1,043/1,215}; a composition as its parts in their order. */
        public String text(FigureValue value) {
            return switch (kind) {
                case COUNT -> grouped(value.numerator());
                case SHARE -> grouped(value.numerator()) + "/" + grouped(value.denominator());
                case COMPOSITION ->
                    value.parts().stream().map(part -> grouped(part.count())).collect(Collectors.joining(" · "));
            };
        }

        private static String grouped(@Nullable Long number) {
            return number == null ? "—" : String.format(Locale.ROOT, "%,d", number);
        }
    }

    /**
     * The days on which a figure may stand in somebody's hands: today, the last quarter's end, the starts of this year and
     * of the four before it, and every day of which a value was published.
     */
    private List<LocalDate> days(List<DivisionCode> divisions) {
        LocalDate today = time.today();
        Set<LocalDate> days = new TreeSet<>(Comparator.reverseOrder());
        days.add(today);
        days.add(lastQuarterEnd(today));
        for (int year = 0; year < YEAR_STARTS; year++) {
            days.add(today.withDayOfYear(1).minusYears(year));
        }
        for (Figure figure : figures.list()) {
            for (DivisionCode division : divisions) {
                targets.published(figure.code(), division).forEach(published -> days.add(published.asOf()));
            }
        }
        return List.copyOf(days);
    }

    /** What the act would move in these divisions, on the days that matter. Nothing is stored. */
    public Preview by(Supplier<Outcome> act, List<DivisionCode> divisions) {
        List<LocalDate> days = days(divisions);
        Map<Place, FigureValue> before = values(divisions, days);
        return transaction.execute(status -> {
            status.setRollbackOnly();
            Outcome outcome = act.get();
            if (!(outcome instanceof Outcome.Stored)) {
                return new Preview(outcome, List.of());
            }
            leaveTheCountOfRevisions();
            Map<Place, FigureValue> after = values(divisions, days);
            Map<DivisionCode, String> names = places.fullNames(Set.copyOf(divisions));
            List<Moved> moved = new ArrayList<>();
            before.forEach((place, value) -> {
                FigureValue now = after.getOrDefault(place, value);
                if (!now.equals(value)) {
                    moved.add(new Moved(
                            place.figure.code(),
                            place.figure.kind(),
                            names.getOrDefault(place.division, place.division.value()),
                            place.day,
                            value,
                            now));
                }
            });
            return new Preview(outcome, moved);
        });
    }

    /**
     * The city's read model is kept by revision, for all threads. A revision that nobody will ever reach keeps what is
     * about to be rolled back from being taken for what is stored later.
     */
    private void leaveTheCountOfRevisions() {
        jdbc.sql("update linli.registry_revision set revision = :never")
                .param("never", -1 - ThreadLocalRandom.current().nextLong(Long.MAX_VALUE))
                .update();
    }

    private record Place(Figure figure, DivisionCode division, LocalDate day) {}

    private Map<Place, FigureValue> values(List<DivisionCode> divisions, List<LocalDate> days) {
        Map<Place, FigureValue> values = new LinkedHashMap<>();
        for (LocalDate day : days) {
            for (Figure figure : figures.list()) {
                List<FigureValue> found = figure.values(AsOf.day(day), divisions);
                for (FigureValue value : found) {
                    values.put(new Place(figure, value.division(), day), value);
                }
            }
        }
        return values;
    }

    static LocalDate lastQuarterEnd(LocalDate day) {
        int monthsIntoQuarter = (day.getMonthValue() - 1) % MONTHS_OF_QUARTER;
        return day.minusMonths(monthsIntoQuarter).withDayOfMonth(1).minusDays(1);
    }
}

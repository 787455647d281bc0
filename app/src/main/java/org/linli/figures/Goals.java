package org.linli.figures;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.DivisionCode;

/** The targets of a year that concern a division: its own, those above it and those below. */
public final class Goals {

    private final Map<String, List<Goal>> byFigure;

    Goals(Map<String, List<Goal>> byFigure) {
        this.byFigure = byFigure;
    }

    /** @param division who set it @param basisPoints in 0.01 % */
    record Goal(String figure, String division, int basisPoints) {}

    /** The target of a division, or of the nearest one above it; in 0.01 %, null when nobody set one. */
    public @Nullable Integer nearest(String figure, DivisionCode division) {
        @Nullable Goal nearest = null;
        for (Goal goal : byFigure.getOrDefault(figure, List.of())) {
            boolean covers = division.value().startsWith(goal.division);
            if (covers && (nearest == null || goal.division.length() > nearest.division.length())) {
                nearest = goal;
            }
        }
        return nearest == null ? null : nearest.basisPoints;
    }

    /** The target that a division set itself; in 0.01 %, null when it set none. */
    public @Nullable Integer own(String figure, DivisionCode division) {
        return byFigure.getOrDefault(figure, List.of()).stream()
                .filter(goal -> goal.division.equals(division.value()))
                .map(Goal::basisPoints)
                .findFirst()
                .orElse(null);
    }
}

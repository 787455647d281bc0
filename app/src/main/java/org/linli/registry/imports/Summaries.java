package org.linli.registry.imports;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Counts a plan. */
final class Summaries {

    private Summaries() {}

    static Summary of(Plan plan, Map<Integer, Outcome> outcomes, int rows, int skipped) {
        return new Summary(
                rows,
                count(outcomes, Outcome.NEW) + count(outcomes, Outcome.CHANGED),
                count(outcomes, Outcome.SAME),
                count(outcomes, Outcome.REFUSED),
                count(outcomes, Outcome.EXCLUDED),
                skipped,
                List.of(
                        things(
                                plan,
                                "community",
                                row -> row.community() == null
                                        ? null
                                        : row.community().outcome()),
                        things(
                                plan,
                                "company",
                                row -> row.company() == null || !row.company().first()
                                        ? null
                                        : row.company().outcome()),
                        things(plan, "engagement", row -> row.engagement() == null ? null : row.engagementOutcome())));
    }

    private static int count(Map<Integer, Outcome> outcomes, Outcome outcome) {
        return (int) outcomes.values().stream().filter(outcome::equals).count();
    }

    private static Summary.Things things(Plan plan, String what, Function<RowPlan, @Nullable Outcome> part) {
        List<Outcome> outcomes =
                plan.rows().stream().map(part).filter(Objects::nonNull).toList();
        return new Summary.Things(
                what,
                (int) outcomes.stream().filter(Outcome.NEW::equals).count(),
                (int) outcomes.stream().filter(Outcome.CHANGED::equals).count(),
                (int) outcomes.stream().filter(Outcome.SAME::equals).count());
    }
}

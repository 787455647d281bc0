package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** How long the second start takes until the first page is there, and what the time goes into. */
final class Start {

    private static final Path JAR = Path.of("target", "run", "linli.jar");
    private static final Path CACHE = Path.of("target", "run", "linli.aot");
    private static final int USUAL_ROUNDS = 3;
    private static final int MOST_ROUNDS = 20;

    private Start() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int rounds = BenchRefused.count(argument, USUAL_ROUNDS, MOST_ROUNDS);
        if (!Files.exists(JAR)) {
            throw BenchRefused.missing(JAR + " is not here; ./linli bench start makes it");
        }
        try (PassingHome home = new PassingHome()) {
            progress.accept("First start, which makes the database and the demo city at 1/20 of its homes");
            double first = new Child(home, List.of()).start().total();
            List<Timeline> plain = new ArrayList<>();
            List<Timeline> cached = new ArrayList<>();
            for (int round = 1; round <= rounds; round++) {
                progress.accept("Round " + round + " of " + rounds);
                plain.add(new Child(home, List.of()).start());
                if (Files.exists(CACHE)) {
                    // Refuses to start when the cache does not fit, where linli itself would go on without it.
                    cached.add(new Child(home, List.of("-XX:AOTCache=" + CACHE, "-XX:AOTMode=on")).start());
                }
            }
            return report(first, plain, cached)
                    .note("Medians of %d starts each, by turns, with the launcher's own options.".formatted(rounds));
        }
    }

    private static Report report(double first, List<Timeline> plain, List<Timeline> cached) {
        Report report = new Report().value("first start to first page", Unit.SECONDS.text(first));
        if (cached.isEmpty()) {
            report.note(CACHE + " is not here: nothing to compare with.");
        }
        line(report, "second start to first page", Timeline::total, plain, cached);
        for (Timeline.Phase phase : Timeline.Phase.values()) {
            line(report, "  " + phase.words(), timeline -> timeline.seconds(phase), plain, cached);
        }
        return report;
    }

    private static void line(
            Report report,
            String what,
            ToDoubleFunction<Timeline> seconds,
            List<Timeline> plain,
            List<Timeline> cached) {
        double without = median(plain, seconds);
        if (cached.isEmpty()) {
            report.value(what, Unit.SECONDS.text(without));
        } else {
            report.against(what, median(cached, seconds), "without AOT cache", without, Unit.SECONDS);
        }
    }

    private static double median(List<Timeline> timelines, ToDoubleFunction<Timeline> seconds) {
        return timelines.stream()
                .map(seconds::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList()
                .get(timelines.size() / 2);
    }
}

package org.linli.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.linli.platform.postgres.Copy;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The figure pages as one visitor meets them, at city size and at 30 times the communities. */
final class Pages {

    private static final String TRIVIAL = "/sign-in";
    private static final String OVERVIEW = "/figures";
    private static final List<String> PAGES =
            List.of(OVERVIEW, "/figures/professional-coverage", "/api/v1/figures/professional-coverage");
    private static final int REQUESTS = 300;
    private static final int CHANGES = 5;
    private static final int TIMES = 30;
    private static final double P95_LIMIT_MS = 50;
    private static final double GROWTH_LIMIT = 3;

    private Pages() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        try (Installation linli = Installation.demo(progress);
                Visitor visitor = new Visitor(linli.port())) {
            progress.accept("Asking at city size");
            Size city = measure(linli, visitor);
            progress.accept("Multiplying communities and engagements by " + TIMES);
            multiply(linli);
            progress.accept("Asking at " + TIMES + " times the size");
            Size grown = measure(linli, visitor);
            return report(city, grown);
        }
    }

    /**
     * @param communities how many there are
     * @param pages response times once warm, by path
     * @param cold the first page after each of some changes of the registry
     */
    private record Size(long communities, Map<String, Times> pages, Times cold) {

        Times page(String path) {
            Times times = pages.get(path);
            if (times == null) {
                throw new IllegalStateException("not measured: " + path);
            }
            return times;
        }
    }

    private static Size measure(Installation linli, Visitor visitor) throws Exception {
        Map<String, Times> pages = new LinkedHashMap<>();
        PAGES.forEach(path -> pages.put(path, new Times(REQUESTS)));
        pages.put(TRIVIAL, new Times(REQUESTS));
        for (int i = 0; i < REQUESTS; i++) {
            for (String path : pages.keySet()) {
                visitor.open(path);
            }
        }
        // By turns, so that whatever else this machine does meets every page alike.
        for (int i = 0; i < REQUESTS; i++) {
            for (Map.Entry<String, Times> page : pages.entrySet()) {
                page.getValue().add(visitor.open(page.getKey()));
            }
        }
        Times cold = new Times(CHANGES);
        for (int i = 0; i < CHANGES; i++) {
            linli.bean(City.class).changed();
            cold.add(visitor.open(OVERVIEW));
        }
        long communities = linli.bean(JdbcClient.class)
                .sql("select count(*) from linli.community")
                .query(Long.class)
                .single();
        return new Size(communities, pages, cold);
    }

    private static void multiply(Installation linli) throws Exception {
        JdbcClient jdbc = linli.bean(JdbcClient.class);
        Growth growth = new Growth(jdbc, linli.bean(Copy.class));
        linli.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            linli.bean(City.class).changed();
            growth.grow(TIMES);
        });
        linli.asOwner("analyze");
    }

    private static Report report(Size city, Size grown) {
        Report report = new Report();
        report.value("communities", "%d, then %d".formatted(city.communities, grown.communities));
        for (String path : PAGES) {
            double one = city.page(path).percentileMs(95);
            double many = grown.page(path).percentileMs(95);
            report.value(
                            "GET " + path + " p50",
                            Unit.MILLISECONDS.text(city.page(path).medianMs()))
                    .atMost("  p95", one, P95_LIMIT_MS, Unit.MILLISECONDS)
                    .against("  p95", one, "trivial page", city.page(TRIVIAL).percentileMs(95), Unit.MILLISECONDS)
                    .value(
                            "  p50 at 30 times",
                            Unit.MILLISECONDS.text(grown.page(path).medianMs()))
                    .atMostTimes("  p95 at 30 times", many, "city", one, GROWTH_LIMIT, Unit.MILLISECONDS);
        }
        report.value(
                        "GET " + TRIVIAL + " p50",
                        Unit.MILLISECONDS.text(city.page(TRIVIAL).medianMs()))
                .value("  p95", Unit.MILLISECONDS.text(city.page(TRIVIAL).percentileMs(95)))
                .value(
                        "  p95 at 30 times",
                        Unit.MILLISECONDS.text(grown.page(TRIVIAL).percentileMs(95)));
        double first = city.cold.medianMs();
        double firstGrown = grown.cold.medianMs();
        return report.value("first " + OVERVIEW + " after a change", Unit.MILLISECONDS.text(first))
                .against("  at 30 times", firstGrown, "city", first, Unit.MILLISECONDS)
                .note(REQUESTS + " requests a page after as many to warm up, one client, gzip, session kept; the first"
                        + " page after a change of the registry is the median of " + CHANGES + ".");
    }
}

package org.linli.bench;

import java.util.List;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The result pages of the demo city's votes as one visitor reads them in turn, beside a page without content. */
final class ResultPages {

    private static final String TRIVIAL = "/sign-in";
    private static final int USUAL_ROUNDS = 10;
    private static final int MOST_ROUNDS = 1_000;
    private static final double P95_LIMIT_MS = 50;

    private ResultPages() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int rounds = BenchRefused.count(argument, USUAL_ROUNDS, MOST_ROUNDS);
        try (Installation linli = Installation.demo(progress);
                Visitor visitor = new Visitor(linli.port())) {
            List<String> results = results(linli);
            progress.accept("Reading the results of " + results.size() + " votes, " + rounds + " times each");
            Times pages = new Times(rounds * results.size());
            Times trivial = new Times(rounds * results.size());
            for (int round = -rounds; round < rounds; round++) {
                for (String path : results) {
                    long page = visitor.open(path);
                    long nothing = visitor.open(TRIVIAL);
                    if (round >= 0) {
                        pages.add(page);
                        trivial.add(nothing);
                    }
                }
            }
            return new Report()
                    .value("result pages", Integer.toString(results.size()))
                    .value("p50", Unit.MILLISECONDS.text(pages.medianMs()))
                    .atMost("p95", pages.percentileMs(95), P95_LIMIT_MS, Unit.MILLISECONDS)
                    .against("p95", pages.percentileMs(95), "trivial page", trivial.percentileMs(95), Unit.MILLISECONDS)
                    .note(rounds + " rounds after as many to warm up, one client, gzip, session kept.");
        }
    }

    private static List<String> results(Installation linli) {
        return linli.bean(JdbcClient.class)
                .sql("""
                        select distinct community_id, vote_no from linli.vote_state
                        where state = 'FINAL' order by community_id, vote_no
                        """)
                .query((row, n) -> "/votes/" + row.getLong(1) + "-" + row.getInt(2) + "/result")
                .list();
    }
}

package org.linli.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.linli.platform.postgres.OwnPostgres;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One row a transaction, on disk before it is answered: through the application's pool, and by pgbench. */
final class Insert {

    private static final int USUAL_SECONDS = 5;
    private static final int MOST_SECONDS = 120;
    private static final int CLIENTS = 8;
    private static final int ROUNDS = 3;
    private static final String TEXT = "一票一行，落盘才算";

    private Insert() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int seconds = BenchRefused.count(argument, USUAL_SECONDS, MOST_SECONDS);
        Pgbench pgbench = Pgbench.find();
        try (Installation linli = Installation.empty(progress)) {
            linli.asOwner(
                    "create schema bench",
                    "create table bench.line (line_no bigint generated always as identity primary key, number int not"
                            + " null, body text not null)",
                    "grant usage on schema bench to " + OwnPostgres.APP,
                    "grant insert on bench.line to " + OwnPostgres.APP);
            Path script = linli.folder().resolve("insert.sql");
            Files.writeString(script, """
                    \\set number random(1, 1000000)
                    insert into bench.line (number, body) values (:number, '%s');
                    """.formatted(TEXT));
            pool(linli, 1); // to warm up
            List<Double> ours = new ArrayList<>();
            List<Double> theirs = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                progress.accept("Round " + round + " of " + ROUNDS);
                ours.add(pool(linli, seconds));
                theirs.add(pgbench.run(linli, script, CLIENTS, seconds));
            }
            Report report = new Report();
            for (int round = 0; round < ROUNDS; round++) {
                report.against(
                        "inserts, round " + (round + 1),
                        ours.get(round),
                        "pgbench",
                        theirs.get(round),
                        Unit.PER_SECOND);
            }
            return report.against("median", Times.median(ours), "pgbench", Times.median(theirs), Unit.PER_SECOND)
                    .note("%d clients, %d seconds a round, fsync on; a ratio of 1 is pgbench's own speed."
                            .formatted(CLIENTS, seconds));
        }
    }

    private static double pool(Installation linli, int seconds) throws InterruptedException, ExecutionException {
        JdbcClient jdbc = linli.bean(JdbcClient.class);
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            long begin = System.nanoTime();
            long end = begin + TimeUnit.SECONDS.toNanos(seconds);
            List<Future<Long>> done = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                Callable<Long> inserts = () -> inserts(jdbc, end);
                done.add(clients.submit(inserts));
            }
            long rows = 0;
            for (Future<Long> one : done) {
                rows += one.get();
            }
            return rows / Times.secondsSince(begin);
        }
    }

    private static long inserts(JdbcClient jdbc, long end) {
        long rows = 0;
        while (System.nanoTime() < end) {
            rows += jdbc.sql("insert into bench.line (number, body) values (:number, :body)")
                    .param("number", (int) (rows % 1_000_000))
                    .param("body", TEXT)
                    .update();
        }
        return rows;
    }
}

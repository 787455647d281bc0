package org.linli.bench;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/** What can be measured. */
enum Benchmark {
    PAGES("pages", "", "figure pages at city size and at 30 times the communities", Pages::run),
    HOMES_IMPORT(
            "homes-import",
            "[ROWS]",
            "homes from .xlsx end to end against reading it and against COPY",
            HomesImport::run),
    ROLL_FREEZE(
            "roll-freeze",
            "[HOMES]",
            "the roll of 5,000 homes frozen and sealed against COPY of the same rows",
            FreezeRolls::run),
    CASTING(
            "casting",
            "[BALLOTS]",
            "durable ballots through HTTP against one a transaction, an empty page and pgbench",
            CastBallots::run),
    RESULT("result", "[ROUNDS]", "result pages of the demo city's votes against a trivial page", ResultPages::run),
    PROOFS(
            "proofs",
            "[OWNERS]",
            "ballots of an election of 7 from 15 made and verified, and a whole vote of 10,000 owners",
            Proofs::run),
    RECORD("record", "[LINES]", "a record of 1,000,000 lines without proofs read and verified", LongRecord::run),
    DIVISIONS("divisions", "", "620,000 divisions loaded against COPY of the same rows", DivisionsLoad::run),
    START(
            "start",
            "[ROUNDS]",
            "second start to first page, with and without the JDK's ahead-of-time cache",
            Start::run),
    INSERT(
            "insert",
            "[SECONDS]",
            "durable inserts through the pool against pgbench (Debian: postgresql-15)",
            Insert::run);

    private final String key;
    private final String argument;
    private final String summary;
    private final Measurement measurement;

    Benchmark(String key, String argument, String summary, Measurement measurement) {
        this.key = key;
        this.argument = argument;
        this.summary = summary;
        this.measurement = measurement;
    }

    /** Measures, and says on the way what takes long. */
    @FunctionalInterface
    interface Measurement {
        Report run(String argument, Consumer<String> progress) throws Exception;
    }

    static Optional<Benchmark> find(String key) {
        return Arrays.stream(values()).filter(one -> one.key.equals(key)).findFirst();
    }

    String usage() {
        return (key + " " + argument).strip();
    }

    String summary() {
        return summary;
    }

    /** @throws BenchRefused if there is an argument that the benchmark does not take */
    Report run(String text, Consumer<String> progress) throws Exception {
        if (argument.isEmpty() && !text.isEmpty()) {
            throw BenchRefused.usage(key + " takes no argument");
        }
        return measurement.run(text, progress);
    }
}

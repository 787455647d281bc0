package org.linli.bench;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.linli.divisions.Divisions;

/** A whole country's division tree, loaded as {@code linli divisions FILE} does, against COPY of the rows it stores. */
final class DivisionsLoad {

    private DivisionsLoad() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        try (Installation linli = Installation.empty(progress)) {
            Path tree = linli.folder().resolve("tree.csv");
            long rows = DivisionTree.write(tree);
            progress.accept("Loading " + rows + " divisions");
            double load = load(linli.bean(Divisions.class), tree, rows);

            progress.accept("Copying the same rows");
            linli.asOwner(
                    "create schema bench",
                    "create table bench.division (like linli.division including all)",
                    "create table bench.division_keyed (like linli.division including all, foreign key (parent)"
                            + " references bench.division_keyed (code) deferrable initially deferred)");
            Scratch scratch = new Scratch(linli);
            Path stored = linli.folder().resolve("stored.csv");
            scratch.write("select * from linli.division where code not like '33%' order by code", stored);
            double copy = scratch.copy(stored, "bench.division", rows);
            double copyKeyed = scratch.copy(stored, "bench.division_keyed", rows);
            return new Report()
                    .value("divisions", Long.toString(rows))
                    .against("Divisions.load", load, "COPY, same indexes", copy, Unit.SECONDS)
                    .against("Divisions.load", load, "and the foreign key", copyKeyed, Unit.SECONDS)
                    .note("COPY is the faster of two rounds; the load ran once, in a JVM just started.");
        }
    }

    private static double load(Divisions divisions, Path tree, long added) throws Exception {
        try (Reader file = Files.newBufferedReader(tree)) {
            long begin = System.nanoTime();
            Divisions.Loaded loaded = divisions.load(file, row -> {});
            double seconds = Times.secondsSince(begin);
            if (loaded.added() != added) {
                throw new IllegalStateException("expected " + added + " new divisions: " + loaded);
            }
            return seconds;
        }
    }
}

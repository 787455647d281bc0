package org.linli.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.roll.RollFreeze;
import org.linli.platform.ids.CommunityId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The roll of one large community: read, made, sealed and stored durably, against COPY of the rows it stores. */
final class FreezeRolls {

    private static final int USUAL_HOMES = 5_000;
    private static final int MOST_HOMES = 100_000;
    private static final int ROUNDS = 3;
    private static final List<String> TABLES = List.of("roll_source", "roll_entry", "roll_weight", "roll_part");

    private FreezeRolls() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int homes = BenchRefused.count(argument, USUAL_HOMES, MOST_HOMES);
        try (Installation linli = Installation.demo(progress)) {
            CommunityId community = BigCommunity.of(linli, homes, progress);
            Times times = new Times(ROUNDS);
            @Nullable VoteId last = null;
            for (int round = 1; round <= ROUNDS; round++) {
                progress.accept("Freezing the roll, round " + round);
                Vote called = BigCommunity.vote(linli, community);
                long begin = System.nanoTime();
                linli.bean(RollFreeze.class).freeze(called);
                times.add(System.nanoTime() - begin);
                last = called.id();
            }
            double frozen = times.medianMs() / 1_000;
            VoteId vote = Objects.requireNonNull(last);
            double copied = copy(linli, vote);
            return new Report()
                    .value("homes", String.format(Locale.ROOT, "%,d", count(linli, "roll_source", vote)))
                    .against("freeze", frozen, "COPY of its rows", copied, Unit.SECONDS)
                    .value("homes a second", String.format(Locale.ROOT, "%.0f", homes / frozen))
                    .note(
                            "A freeze reads the register, merges owners, commits to each area on P-256 and stores four tables;"
                                    + " COPY writes the same rows, the faster of two rounds, into tables without keys.");
        }
    }

    private static double copy(Installation linli, VoteId vote) throws Exception {
        Scratch scratch = new Scratch(linli);
        linli.asOwner("create schema bench");
        double seconds = 0;
        for (String table : TABLES) {
            Path file = linli.folder().resolve(table + ".csv");
            scratch.write(rows(table, vote), file);
            linli.asOwner("create table bench." + table + " as table linli." + table + " with no data");
            seconds += scratch.copy(file, "bench." + table, count(linli, table, vote));
        }
        return seconds;
    }

    private static String rows(String table, VoteId vote) {
        return "select * from linli.%s where community_id = %d and vote_no = %d"
                .formatted(table, vote.community().value(), vote.number());
    }

    private static long count(Installation linli, String table, VoteId vote) {
        return linli.bean(JdbcClient.class)
                .sql("select count(*) from (" + rows(table, vote) + ") found")
                .query(Long.class)
                .single();
    }
}

package org.linli.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.RollFreeze;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.Copy;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The roll of one large community: read, made, sealed and stored durably, against COPY of the rows it stores. */
final class FreezeRolls {

    private static final int USUAL_HOMES = 5_000;
    private static final int MOST_HOMES = 100_000;
    private static final int ROUNDS = 3;
    private static final int FIRST_NUMBER = 1_000_000;
    private static final List<String> TABLES = List.of("roll_source", "roll_entry", "roll_weight", "roll_part");
    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);
    private static final String RECORDED = "2001-05-01T00:00:00Z";
    private static final List<String> OWNER =
            List.of("community_id", "owner_no", "version_no", "kind", "name", "id_hash", "recorded_at", "recorded_by");
    private static final List<String> HOME = List.of(
            "community_id",
            "home_no",
            "version_no",
            "building_no",
            "unit",
            "room",
            "use",
            "area_dm2",
            "area_source",
            "state",
            "valid_from",
            "recorded_at",
            "recorded_by");
    private static final List<String> OWNERSHIP = List.of(
            "community_id",
            "home_no",
            "ownership_no",
            "version_no",
            "form",
            "cause",
            "evidence",
            "owners",
            "valid_from",
            "recorded_at",
            "recorded_by");
    private static final Votes.By CLERK = new Votes.By("bench", 1L);

    private FreezeRolls() {}

    static Report run(String argument, Consumer<String> progress) throws Exception {
        int homes = BenchRefused.count(argument, USUAL_HOMES, MOST_HOMES);
        try (Installation linli = Installation.demo(progress)) {
            CommunityId community = community(linli, homes, progress);
            Times times = new Times(ROUNDS);
            @Nullable VoteId last = null;
            for (int round = 1; round <= ROUNDS; round++) {
                progress.accept("Freezing the roll, round " + round);
                Vote called = vote(linli, community);
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

    private static CommunityId community(Installation linli, int homes, Consumer<String> progress) {
        progress.accept("Adding " + homes + " homes to a community");
        JdbcClient jdbc = linli.bean(JdbcClient.class);
        long id = jdbc.sql("select min(community_id) from linli.community")
                .query(Long.class)
                .single();
        PersonalData personal = linli.bean(PersonalData.class);
        Copy copy = linli.bean(Copy.class);
        linli.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            copy.into(
                    "linli.owner",
                    OWNER,
                    rows -> numbers(homes)
                            .forEach(i -> rows.row(
                                    id,
                                    FIRST_NUMBER + i,
                                    1,
                                    "PERSON",
                                    personal.encrypt("业主" + i),
                                    personal.hash("bench", Integer.toString(i)),
                                    RECORDED,
                                    "bench")));
            copy.into(
                    "linli.home",
                    HOME,
                    rows -> numbers(homes)
                            .forEach(i -> rows.row(
                                    id,
                                    FIRST_NUMBER + i,
                                    1,
                                    1,
                                    "b",
                                    i,
                                    "RESIDENCE",
                                    5_000 + i,
                                    "REGISTER",
                                    "DELIVERED",
                                    BUILT,
                                    RECORDED,
                                    "bench")));
            copy.into(
                    "linli.ownership",
                    OWNERSHIP,
                    rows -> numbers(homes)
                            .forEach(i -> rows.row(
                                    id,
                                    FIRST_NUMBER + i,
                                    1,
                                    1,
                                    "SOLE",
                                    "REGISTER",
                                    "bench",
                                    "{" + (FIRST_NUMBER + i) + "}",
                                    BUILT,
                                    RECORDED,
                                    "bench")));
        });
        return new CommunityId(id);
    }

    private static IntStream numbers(int homes) {
        return IntStream.range(0, homes);
    }

    private static Vote vote(Installation linli, CommunityId community) {
        LocalDate today = linli.bean(BusinessTime.class).today();
        VoteTerms terms = new VoteTerms(
                1,
                "bench",
                "",
                today,
                new VotingWindow(today.plusDays(15), today.plusDays(29)),
                ParkingRule.OUT,
                OwnerSetRule.SAME_SET,
                BlankRule.ABSTAIN,
                null,
                DeemedPolicy.NONE,
                null,
                false,
                false,
                false,
                "bench");
        DecisionItem item = new DecisionItem(
                1, 1, Matter.OTHER_MAJOR, DecisionKind.YES_NO, "bench?", "", 1, false, List.of(), List.of(), List.of());
        VoteId id = Objects.requireNonNull(linli.bean(TransactionTemplate.class)
                .execute(status -> linli.bean(VoteWriter.class)
                        .create(
                                new VoteWriter.NewVote(community, "taizhou-2021", Initiator.COMMITTEE, true, null),
                                terms,
                                List.of(item),
                                CLERK)));
        return linli.bean(Votes.class).find(id, RowScope.everything()).orElseThrow();
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

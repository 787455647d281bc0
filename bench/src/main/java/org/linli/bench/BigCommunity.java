package org.linli.bench;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes;
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

/** A community of the demo city with so many homes more, each with an owner of its own; and votes in it. */
final class BigCommunity {

    /** Number of the first home added, and of its owner; the others follow. */
    static final int FIRST_NUMBER = 1_000_000;

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
    static final Votes.By CLERK = new Votes.By("bench", 1L);

    private BigCommunity() {}

    static CommunityId of(Installation linli, int homes, Consumer<String> progress) {
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

    /** A vote noticed today, of one question. */
    static Vote vote(Installation linli, CommunityId community) {
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
                                new VoteWriter.NewVote(community, "taizhou-2021", Initiator.COMMITTEE, false, null),
                                terms,
                                List.of(item),
                                CLERK)));
        return linli.bean(Votes.class).find(id, RowScope.everything()).orElseThrow();
    }
}

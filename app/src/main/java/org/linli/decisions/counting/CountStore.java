package org.linli.decisions.counting;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes.By;
import org.linli.decisions.counting.CountSheet.Capacity;
import org.linli.decisions.counting.CountSheet.Cause;
import org.linli.decisions.counting.CountSheet.Witness;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts, their witnesses and draws of lots. Whoever calls holds the vote, whose scope was checked. */
@Repository
class CountStore {

    private static final String COUNT = """
            insert into linli.vote_count
                (community_id, vote_no, count_no, cause, counted_at, counted_by, counted_account, result, digest)
            values (:community, :vote, :count, :cause, :at, :by, :account, :result::jsonb, :digest)
            """;

    private static final String OUTCOME = """
            insert into linli.decision_outcome
                (community_id, vote_no, count_no, decision_no, matter, decision_class, kind, outcome,
                 total_area_dm2, total_heads, voted_area_dm2, voted_heads, agreed_area_dm2, agreed_heads)
            values (:community, :vote, :count, :decision, :matter, :class, :kind, :outcome,
                    :totalArea, :totalHeads, :votedArea, :votedHeads, :agreedArea, :agreedHeads)
            """;

    private static final String COUNTS = """
            select count_no, cause, counted_at, counted_by, counted_account, result::text result, digest
            from linli.vote_count where community_id = :community and vote_no = :vote
            order by count_no
            """;

    private static final String WITNESSES = """
            select count_no, capacity, name, by_account, signed_at from linli.count_witness
            where community_id = :community and vote_no = :vote
            order by count_no, witness_no
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    CountStore(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void add(Vote vote, int number, Cause cause, CountResult result, By by) {
        on(COUNT, vote.id())
                .param("count", number)
                .param("cause", cause.name())
                .param("at", now())
                .param("by", by.name())
                .param("account", by.account(), Types.BIGINT)
                .param("result", CanonicalJson.write(result))
                .param("digest", CanonicalJson.digest(result))
                .update();
        for (CountResult.Item item : result.items()) {
            Tally tally = item.leading().deciding();
            on(OUTCOME, vote.id())
                    .param("count", number)
                    .param("decision", item.number())
                    .param("matter", vote.item(item.number()).matter().name())
                    .param("class", item.decisionClass().name())
                    .param("kind", item.kind().name())
                    .param("outcome", item.outcome().name())
                    .param("totalArea", tally.total().areaDm2())
                    .param("totalHeads", tally.total().heads())
                    .param("votedArea", tally.voted().areaDm2())
                    .param("votedHeads", tally.voted().heads())
                    .param("agreedArea", tally.agreed().areaDm2())
                    .param("agreedHeads", tally.agreed().heads())
                    .update();
        }
    }

    List<CountSheet> list(VoteId vote) {
        Map<Integer, List<Witness>> witnesses = new HashMap<>();
        on(WITNESSES, vote)
                .query((row, n) -> Map.entry(
                        row.getInt("count_no"),
                        new Witness(
                                Capacity.valueOf(row.getString("capacity")),
                                row.getString("name"),
                                row.getLong("by_account"),
                                row.getObject("signed_at", OffsetDateTime.class).toInstant())))
                .list()
                .forEach(entry -> witnesses
                        .computeIfAbsent(entry.getKey(), number -> new java.util.ArrayList<>())
                        .add(entry.getValue()));
        return on(COUNTS, vote)
                .query((row, n) -> sheet(row, witnesses.getOrDefault(row.getInt("count_no"), List.of())))
                .list();
    }

    /** Figures that were altered in the database are nobody's count. */
    private static CountSheet sheet(ResultSet row, List<Witness> witnesses) throws SQLException {
        CountResult result = CanonicalJson.read(row.getString("result"));
        byte[] digest = row.getBytes("digest");
        if (!Arrays.equals(digest, CanonicalJson.digest(result))) {
            throw new IllegalStateException("altered count of vote " + result.vote());
        }
        return new CountSheet(
                row.getInt("count_no"),
                Cause.valueOf(row.getString("cause")),
                row.getObject("counted_at", OffsetDateTime.class).toInstant(),
                row.getString("counted_by"),
                row.getObject("counted_account", Long.class),
                result,
                HexFormat.of().formatHex(digest),
                witnesses);
    }

    void sign(VoteId vote, int count, int number, Capacity capacity, String name, long account) {
        on("""
                insert into linli.count_witness
                    (community_id, vote_no, count_no, witness_no, capacity, name, by_account, signed_at)
                values (:community, :vote, :count, :witness, :capacity, :name, :account, :at)
                """, vote)
                .param("count", count)
                .param("witness", number)
                .param("capacity", capacity.name())
                .param("name", name)
                .param("account", account)
                .param("at", now())
                .update();
    }

    void drawn(VoteId vote, int decision, List<Integer> candidates, String record, By by) {
        on("""
                insert into linli.vote_lot
                    (community_id, vote_no, decision_no, lot_no, candidates, record, by_name, by_account, at)
                select :community, :vote, :decision, coalesce(max(lot_no), 0) + 1, :candidates, :record, :by, :account, :at
                from linli.vote_lot
                where community_id = :community and vote_no = :vote and decision_no = :decision
                """, vote)
                .param("decision", decision)
                .param("candidates", candidates.toArray(Integer[]::new))
                .param("record", record)
                .param("by", by.name())
                .param("account", by.account(), Types.BIGINT)
                .param("at", now())
                .update();
    }

    /** The last draw of each decision. */
    Map<Integer, List<Integer>> lots(VoteId vote) {
        Map<Integer, List<Integer>> lots = new HashMap<>();
        on("""
                select decision_no, candidates from linli.vote_lot
                where community_id = :community and vote_no = :vote
                order by decision_no, lot_no
                """, vote)
                .query((row, n) -> lots.put(row.getInt("decision_no"), numbers(row.getArray("candidates"))))
                .list();
        return lots;
    }

    void volunteer(VoteId vote, long account, String maskedName) {
        on("""
                insert into linli.count_volunteer (community_id, vote_no, account, name, at)
                values (:community, :vote, :account, :name, :at)
                on conflict do nothing
                """, vote)
                .param("account", account)
                .param("name", maskedName)
                .param("at", now())
                .update();
    }

    void accept(VoteId vote, long account, By by) {
        on("""
                insert into linli.count_volunteer_accepted (community_id, vote_no, account, by_name, by_account, at)
                select v.community_id, v.vote_no, v.account, :by, :clerk, :at from linli.count_volunteer v
                where v.community_id = :community and v.vote_no = :vote and v.account = :account
                on conflict do nothing
                """, vote)
                .param("account", account)
                .param("by", by.name())
                .param("clerk", by.account(), Types.BIGINT)
                .param("at", now())
                .update();
    }

    List<Volunteer> volunteers(VoteId vote) {
        return on("""
                select v.account, v.name, a.account is not null accepted
                from linli.count_volunteer v
                left join linli.count_volunteer_accepted a
                  on a.community_id = v.community_id and a.vote_no = v.vote_no and a.account = v.account
                where v.community_id = :community and v.vote_no = :vote
                order by v.at, v.account
                """, vote)
                .query((row, n) ->
                        new Volunteer(row.getLong("account"), row.getString("name"), row.getBoolean("accepted")))
                .list();
    }

    /** Accounts that had a hand in calling the vote: they may not rule on it. */
    List<Long> organisers(VoteId vote) {
        return on("""
                select created_account account from linli.vote
                where community_id = :community and vote_no = :vote and created_account is not null
                union
                select by_account from linli.vote_state
                where community_id = :community and vote_no = :vote and by_account is not null
                  and state in ('DRAFT', 'REVIEW', 'NOTICED')
                union
                select counted_account from linli.vote_count
                where community_id = :community and vote_no = :vote and counted_account is not null
                """, vote).query(Long.class).list();
    }

    private JdbcClient.StatementSpec on(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }

    /** An owner who offers to witness. @param name masked */
    record Volunteer(long account, String name, boolean accepted) {}
}

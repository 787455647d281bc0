package org.linli.decisions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.RowScope;
import org.linli.rules.decisions.ballots.Annex;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.counting.BlankRule;
import org.linli.rules.decisions.counting.DeemedPolicy;
import org.linli.rules.decisions.matters.Matter;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads votes as they stand: the last version of the terms, the decisions of that version, every step. */
@Repository
class VoteStore {

    /** Expects the alias {@code t} to be a table of community rows. */
    static final String IN_SCOPE =
            "exists (select 1 from linli.community_place c where c.community_id = t.community_id and " + RowScope.SQL
                    + ")";

    private static final String HEAD = """
            select t.community_id, t.vote_no, encode(t.vote_key, 'hex') vote_key, t.rule_pack, t.initiator, t.rehearsal, t.batch_no,
                   p.division_code, p.name,
                   v.version_no, v.title, v.body, v.notice_on, v.opens_on, v.last_day, v.parking, v.owner_sets, v.blanks,
                   v.blanks_clause, v.deemed_policy, v.deemed_clause, v.reduces_even, v.alternates, v.proxy_discretion,
                   v.paper_address
            from linli.vote t
            join linli.vote_version v on v.community_id = t.community_id and v.vote_no = t.vote_no
                 and v.version_no = (select max(l.version_no) from linli.vote_version l
                                      where l.community_id = t.community_id and l.vote_no = t.vote_no)
            join linli.community_place p on p.community_id = t.community_id
            """;

    private static final String ITEMS = """
            select decision_no, roll_no, matter, kind, wording, explanation, seats, by_election, buildings
            from linli.vote_item
            where community_id = :community and vote_no = :vote and version_no = :version
            order by decision_no
            """;

    private static final String OPTIONS = """
            select decision_no, option_no, label, detail, company_code, owner_no, source
            from linli.vote_option
            where community_id = :community and vote_no = :vote and version_no = :version
            order by decision_no, option_no
            """;

    private static final String ANNEXES = """
            select decision_no, kind, file_name, file_hash
            from linli.vote_annex
            where community_id = :community and vote_no = :vote and version_no = :version
            order by decision_no, annex_no
            """;

    private static final String STEPS = """
            select state, day, at, by_name, reason from linli.vote_state
            where community_id = :community and vote_no = :vote
            order by state_no
            """;

    private final JdbcClient jdbc;

    VoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Vote> find(VoteId id, RowScope scope) {
        return jdbc.sql(HEAD + " where t.community_id = :community and t.vote_no = :vote and " + IN_SCOPE)
                .param("community", id.community().value())
                .param("vote", id.number())
                .params(scope.parameters())
                .query((row, n) -> head(row))
                .optional()
                .map(head -> vote(id, head));
    }

    /** What one row says; the rest is asked for when that row's connection is back in the pool. */
    private record Head(
            String key,
            String rulePack,
            Initiator initiator,
            boolean rehearsal,
            String division,
            String communityName,
            @Nullable Long batch,
            VoteTerms terms) {}

    private static Head head(ResultSet row) throws SQLException {
        return new Head(
                row.getString("vote_key"),
                row.getString("rule_pack"),
                Initiator.valueOf(row.getString("initiator")),
                row.getBoolean("rehearsal"),
                row.getString("division_code"),
                row.getString("name"),
                row.getObject("batch_no", Long.class),
                terms(row));
    }

    private Vote vote(VoteId id, Head head) {
        return new Vote(
                id,
                head.key,
                head.rulePack,
                head.initiator,
                head.rehearsal,
                head.division,
                head.communityName,
                head.batch,
                head.terms,
                items(id, head.terms.version()),
                steps(id));
    }

    private static VoteTerms terms(ResultSet row) throws SQLException {
        return new VoteTerms(
                row.getInt("version_no"),
                row.getString("title"),
                row.getString("body"),
                row.getObject("notice_on", LocalDate.class),
                new VotingWindow(
                        row.getObject("opens_on", LocalDate.class), row.getObject("last_day", LocalDate.class)),
                ParkingRule.valueOf(row.getString("parking")),
                OwnerSetRule.valueOf(row.getString("owner_sets")),
                BlankRule.valueOf(row.getString("blanks")),
                row.getString("blanks_clause"),
                DeemedPolicy.valueOf(row.getString("deemed_policy")),
                row.getString("deemed_clause"),
                row.getBoolean("reduces_even"),
                row.getBoolean("alternates"),
                row.getBoolean("proxy_discretion"),
                row.getString("paper_address"));
    }

    private List<DecisionItem> items(VoteId id, int version) {
        Map<Integer, List<DecisionItem.Option>> options = byDecision(OPTIONS, id, version, VoteStore::option);
        Map<Integer, List<DecisionItem.Paper>> annexes = byDecision(
                ANNEXES,
                id,
                version,
                row -> new DecisionItem.Paper(
                        Annex.valueOf(row.getString("kind")), row.getString("file_name"), row.getString("file_hash")));
        return statement(ITEMS, id, version)
                .query((row, n) -> new DecisionItem(
                        row.getInt("decision_no"),
                        row.getInt("roll_no"),
                        Matter.valueOf(row.getString("matter")),
                        DecisionKind.valueOf(row.getString("kind")),
                        row.getString("wording"),
                        row.getString("explanation"),
                        row.getInt("seats"),
                        row.getBoolean("by_election"),
                        numbers(row.getArray("buildings")),
                        options.getOrDefault(row.getInt("decision_no"), List.of()),
                        annexes.getOrDefault(row.getInt("decision_no"), List.of())))
                .list();
    }

    private static DecisionItem.Option option(ResultSet row) throws SQLException {
        return new DecisionItem.Option(
                row.getInt("option_no"),
                row.getString("label"),
                row.getString("detail"),
                row.getString("company_code"),
                row.getObject("owner_no", Integer.class),
                row.getString("source"));
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Map<Integer, List<T>> byDecision(String sql, VoteId id, int version, Reader<T> reader) {
        return statement(sql, id, version)
                .query((row, n) -> Map.entry(row.getInt("decision_no"), reader.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId id, int version) {
        return jdbc.sql(sql)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("version", version);
    }

    private List<Vote.Step> steps(VoteId id) {
        return jdbc.sql(STEPS)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query((row, n) -> new Vote.Step(
                        VoteState.valueOf(row.getString("state")),
                        row.getObject("day", LocalDate.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name"),
                        row.getString("reason")))
                .list();
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}

package org.linli.decisions.reach;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.rules.decisions.Weight;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the last version of a vote's roll. The caller reached the vote within its own scope. */
@Repository
public class RollViews {

    private static final String VERSION = """
            select max(version_no) from linli.roll_version where community_id = :community and vote_no = :vote
            """;

    private static final String TOTALS = """
            select roll_no, heads, area_dm2, buildings from linli.roll_root
            where community_id = :community and vote_no = :vote and version_no = :version
            order by roll_no
            """;

    private static final String ENTRIES = """
            select encode(e.entry_id, 'hex') id, e.developer, e.owners, w.roll_no, w.area_dm2
            from linli.roll_entry e
            join linli.roll_weight w on w.community_id = e.community_id and w.vote_no = e.vote_no
                 and w.version_no = e.version_no and w.entry_id = e.entry_id
            where e.community_id = :community and e.vote_no = :vote and e.version_no = :version
            order by e.entry_id, w.roll_no
            """;

    private static final String PARTS = """
            select home_no, encode(entry_id, 'hex') entry, building_no, building, unit, room, kind, area_dm2
            from linli.roll_part
            where community_id = :community and vote_no = :vote and version_no = :version
            order by building_no, unit, length(room), room, home_no
            """;

    private final JdbcClient jdbc;

    RollViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty while the roll is not frozen. */
    public Optional<RollView> find(VoteId vote) {
        @Nullable
        Integer version = jdbc.sql(VERSION)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query((row, n) -> row.getObject(1, Integer.class))
                .single();
        return version == null ? Optional.empty() : Optional.of(read(vote, version));
    }

    private RollView read(VoteId vote, int version) {
        SortedMap<Integer, Weight> totals = new TreeMap<>();
        SortedMap<Integer, Set<Integer>> scopes = new TreeMap<>();
        statement(TOTALS, vote, version).query(row -> {
            totals.put(row.getInt("roll_no"), new Weight(row.getLong("area_dm2"), row.getInt("heads")));
            @Nullable Array buildings = row.getArray("buildings");
            scopes.put(row.getInt("roll_no"), buildings == null ? Set.of() : Set.of((Integer[]) buildings.getArray()));
        });
        return new RollView(
                version,
                totals,
                scopes,
                entries(vote, version),
                statement(PARTS, vote, version).query(RollViews::part).list());
    }

    private SortedMap<String, RollView.Entry> entries(VoteId vote, int version) {
        Map<String, RollView.Entry> heads = new HashMap<>();
        Map<String, SortedMap<Integer, Long>> areas = new HashMap<>();
        List<String> order = new ArrayList<>();
        statement(ENTRIES, vote, version).query(row -> {
            String id = row.getString("id");
            areas.computeIfAbsent(id, key -> {
                        order.add(key);
                        return new TreeMap<>();
                    })
                    .put(row.getInt("roll_no"), row.getLong("area_dm2"));
            heads.putIfAbsent(
                    id,
                    new RollView.Entry(
                            id,
                            row.getBoolean("developer"),
                            Arrays.asList((Integer[]) row.getArray("owners").getArray()),
                            new TreeMap<>()));
        });
        SortedMap<String, RollView.Entry> entries = new TreeMap<>();
        for (String id : order) {
            RollView.Entry head = java.util.Objects.requireNonNull(heads.get(id));
            entries.put(
                    id,
                    new RollView.Entry(id, head.developer(), head.owners(), areas.getOrDefault(id, new TreeMap<>())));
        }
        return entries;
    }

    private static RollView.Part part(ResultSet row, int n) throws SQLException {
        return new RollView.Part(
                row.getInt("home_no"),
                row.getString("entry"),
                row.getInt("building_no"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("room"),
                row.getString("kind"),
                row.getLong("area_dm2"));
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote, int version) {
        return jdbc.sql(sql)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("version", version);
    }
}

package org.linli.decisions.roll;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.ledger.Bytes;
import org.linli.ledger.EntryId;
import org.linli.ledger.PublicRoll;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.roll.AreaSource;
import org.linli.rules.decisions.roll.PartKind;
import org.linli.rules.decisions.roll.PartState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads rolls. Who may see what of them is for the façades to say: a roll is read whole or not at all. */
@Repository
class RollStore {

    private static final HexFormat HEX = HexFormat.of();

    private final JdbcClient jdbc;

    RollStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Number of the last version; 0 before the freeze. */
    int lastVersion(VoteId id) {
        return statement("""
                select coalesce(max(version_no), 0) from linli.roll_version
                where community_id = :community and vote_no = :vote
                """, id, 0).query(Integer.class).single();
    }

    /** Every version, oldest first, each with its rolls. */
    List<FrozenRoll.Edition> versions(VoteId id) {
        List<FrozenRoll.Edition> versions = new ArrayList<>();
        for (int number = 1; number <= lastVersion(id); number++) {
            versions.add(new FrozenRoll.Edition(version(id, number), roots(id, number)));
        }
        return versions;
    }

    FrozenRoll read(VoteId id, int version) {
        Map<String, List<FrozenRoll.PartLine>> parts = parts(id, version);
        Map<String, SortedMap<Integer, Long>> weights = weights(id, version);
        List<FrozenRoll.Entry> entries = statement("""
                select encode(entry_id, 'hex') entry_id, developer, owners from linli.roll_entry
                where community_id = :community and vote_no = :vote and version_no = :version
                order by entry_id
                """, id, version)
                .query((row, n) -> {
                    String entry = row.getString("entry_id");
                    return new FrozenRoll.Entry(
                            entry,
                            row.getBoolean("developer"),
                            numbers(row.getArray("owners")),
                            weights.getOrDefault(entry, new TreeMap<>()),
                            parts.getOrDefault(entry, List.of()));
                })
                .list();
        return new FrozenRoll(id, version(id, version), roots(id, version), entries);
    }

    private FrozenRoll.Version version(VoteId id, int version) {
        return statement("""
                select version_no, record_day, frozen_at, reason from linli.roll_version
                where community_id = :community and vote_no = :vote and version_no = :version
                """, id, version)
                .query((row, n) -> new FrozenRoll.Version(
                        row.getInt("version_no"),
                        row.getObject("record_day", LocalDate.class),
                        row.getObject("frozen_at", OffsetDateTime.class).toInstant(),
                        row.getString("reason")))
                .single();
    }

    private SortedMap<Integer, FrozenRoll.Root> roots(VoteId id, int version) {
        SortedMap<Integer, FrozenRoll.Root> roots = new TreeMap<>();
        statement("""
                select roll_no, heads, area_dm2, root, buildings from linli.roll_root
                where community_id = :community and vote_no = :vote and version_no = :version
                """, id, version)
                .query((row, n) -> roots.put(
                        row.getInt("roll_no"),
                        new FrozenRoll.Root(
                                new Weight(row.getLong("area_dm2"), row.getInt("heads")),
                                HEX.formatHex(row.getBytes("root")),
                                numbers(row.getArray("buildings")))))
                .list();
        return roots;
    }

    private Map<String, SortedMap<Integer, Long>> weights(VoteId id, int version) {
        Map<String, SortedMap<Integer, Long>> weights = new HashMap<>();
        statement("""
                select encode(entry_id, 'hex') entry_id, roll_no, area_dm2 from linli.roll_weight
                where community_id = :community and vote_no = :vote and version_no = :version
                """, id, version)
                .query((row, n) -> weights.computeIfAbsent(row.getString("entry_id"), none -> new TreeMap<>())
                        .put(row.getInt("roll_no"), row.getLong("area_dm2")))
                .list();
        return weights;
    }

    private Map<String, List<FrozenRoll.PartLine>> parts(VoteId id, int version) {
        Map<String, List<FrozenRoll.PartLine>> parts = new HashMap<>();
        statement("""
                select encode(entry_id, 'hex') entry_id, home_no, building_no, building, unit, room, kind, area_dm2, area_source
                from linli.roll_part
                where community_id = :community and vote_no = :vote and version_no = :version
                order by home_no
                """, id, version)
                .query((row, n) -> parts.computeIfAbsent(row.getString("entry_id"), none -> new ArrayList<>())
                        .add(part(row)))
                .list();
        return parts;
    }

    private static FrozenRoll.PartLine part(ResultSet row) throws SQLException {
        String source = row.getString("area_source");
        return new FrozenRoll.PartLine(
                row.getInt("home_no"),
                row.getInt("building_no"),
                row.getString("building"),
                row.getString("unit"),
                row.getString("room"),
                PartKind.valueOf(row.getString("kind")),
                row.getLong("area_dm2"),
                source == null ? null : AreaSource.valueOf(source));
    }

    /** One of the rolls as everybody sees it: random names and commitments, sorted by name. */
    PublicRoll published(FrozenRoll roll, int rollNo) {
        return new PublicRoll(
                rollNo,
                statement("""
                select encode(entry_id, 'hex') entry_id, commitment from linli.roll_weight
                where community_id = :community and vote_no = :vote and version_no = :version and roll_no = :roll
                order by entry_id
                """, roll.vote(), roll.version().number())
                        .param("roll", rollNo)
                        .query((row, n) -> new PublicRoll.Entry(
                                EntryId.parse(row.getString("entry_id")), Bytes.of(row.getBytes("commitment"))))
                        .list());
    }

    /** The register as it was read for a version. */
    List<SourcePart> sources(VoteId id, int version) {
        return statement("""
                select home_no, building_no, kind, state, owners, persons, area_dm2 from linli.roll_source
                where community_id = :community and vote_no = :vote and version_no = :version
                order by home_no
                """, id, version)
                .query((row, n) -> new SourcePart(
                        row.getInt("home_no"),
                        row.getInt("building_no"),
                        PartKind.valueOf(row.getString("kind")),
                        PartState.valueOf(row.getString("state")),
                        numbers(row.getArray("owners")),
                        numbers(row.getArray("persons")),
                        row.getObject("area_dm2", Long.class)))
                .list();
    }

    /** Pairs of persons of one name that nobody had resolved when a version was made. */
    List<OwnerPair> openPairs(VoteId id, int version) {
        return statement("""
                select person_a, person_b from linli.roll_open_pair
                where community_id = :community and vote_no = :vote and version_no = :version
                order by person_a, person_b
                """, id, version)
                .query((row, n) -> new OwnerPair(row.getInt("person_a"), row.getInt("person_b")))
                .list();
    }

    /** The developer's person in a version, empty when the register knew none. */
    Optional<Integer> developer(VoteId id, int version) {
        return statement("""
                select developer_person from linli.roll_version
                where community_id = :community and vote_no = :vote and version_no = :version
                  and developer_person is not null
                """, id, version).query(Integer.class).optional();
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId id, int version) {
        JdbcClient.StatementSpec spec =
                jdbc.sql(sql).param("community", id.community().value()).param("vote", id.number());
        return version == 0 ? spec : spec.param("version", version);
    }

    private static List<Integer> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((Integer[]) array.getArray());
    }
}

package org.linli.publishing.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.linli.ledger.Bytes;
import org.linli.ledger.Digest;
import org.linli.ledger.Leaves;
import org.linli.ledger.SignedHead;
import org.linli.ledger.VoteKey;
import org.linli.platform.postgres.GenericPlans;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Leaves and heads as rows: inserted and read, never changed. */
@Repository
class RecordStore {

    private static final String OF_RECORD = "community_id = :community and record_no = :record";
    private static final String HEAD = """
            select h.size, h.root, h.made_at, h.signature from linli.ledger_head h
            """;

    private static final String PUBLIC_HEAD =
            HEAD + " join linli.public_head p using (community_id, record_no, size) where " + OF_RECORD;

    private final JdbcClient jdbc;

    RecordStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * No row is locked, since append-only tables allow none: the record's number is. What is asked under it has one good plan.
     */
    void lock(RecordId id) {
        jdbc.sql("select " + GenericPlans.UNTIL_COMMIT + ", pg_advisory_xact_lock(hashtextextended(:name, 0))")
                .param("name", "ledger/" + id.community() + "/" + id.number())
                .query((row, n) -> n)
                .list();
    }

    long size(RecordId id) {
        return of("select coalesce(max(size), 0) from linli.ledger_head where " + OF_RECORD, id)
                .query(Long.class)
                .single();
    }

    /** Of the last head that was signed until an instant. */
    long size(RecordId id, Instant until) {
        return of(
                        "select coalesce(max(size), 0) from linli.ledger_head where " + OF_RECORD
                                + " and made_at <= :until",
                        id)
                .param("until", until.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<Digest> leafHashes(RecordId id, long before) {
        return of(
                        "select leaf_hash from linli.ledger_leaf where " + OF_RECORD
                                + " and leaf_no < :before order by leaf_no",
                        id)
                .param("before", before)
                .query((row, n) -> Digest.of(row.getBytes(1)))
                .list();
    }

    List<Records.Stored> leaves(RecordId id, long before) {
        return of(
                        "select leaf_no, kind, content from linli.ledger_leaf where " + OF_RECORD
                                + " and leaf_no < :before order by leaf_no",
                        id)
                .param("before", before)
                .query((row, n) -> stored(row))
                .list();
    }

    Optional<Records.Stored> leaf(RecordId id, long place) {
        return of(
                        "select leaf_no, kind, content from linli.ledger_leaf where " + OF_RECORD
                                + " and leaf_no = :place",
                        id)
                .param("place", place)
                .query((row, n) -> stored(row))
                .optional();
    }

    private static Records.Stored stored(ResultSet row) throws SQLException {
        return new Records.Stored(row.getLong("leaf_no"), row.getString("kind"), row.getBytes("content"));
    }

    Optional<SignedHead> headWith(RecordId id, VoteKey key, long place) {
        return of(HEAD + " where " + OF_RECORD + " and size > :place order by size limit 1", id)
                .param("place", place)
                .query((row, n) -> head(key, row))
                .optional();
    }

    Optional<SignedHead> publicHeadWith(RecordId id, VoteKey key, long place) {
        return of(PUBLIC_HEAD + " and size > :place order by size limit 1", id)
                .param("place", place)
                .query((row, n) -> head(key, row))
                .optional();
    }

    Optional<SignedHead> lastPublicHead(RecordId id, VoteKey key) {
        return of(PUBLIC_HEAD + " order by size desc limit 1", id)
                .query((row, n) -> head(key, row))
                .optional();
    }

    Map<String, Integer> kinds(RecordId id) {
        Map<String, Integer> kinds = new TreeMap<>();
        of("select kind, count(*) leaves from linli.ledger_leaf where " + OF_RECORD + " group by kind", id)
                .query(row -> {
                    kinds.put(row.getString("kind"), row.getInt("leaves"));
                });
        return kinds;
    }

    List<SignedHead> publicHeads(RecordId id, VoteKey key) {
        return of(PUBLIC_HEAD + " order by size", id)
                .query((row, n) -> head(key, row))
                .list();
    }

    private static SignedHead head(VoteKey key, ResultSet row) throws SQLException {
        return new SignedHead(
                key,
                row.getLong("size"),
                Digest.of(row.getBytes("root")),
                ChronoUnit.MICROS.between(
                        Instant.EPOCH,
                        row.getObject("made_at", OffsetDateTime.class).toInstant()),
                Bytes.of(row.getBytes("signature")));
    }

    void publish(RecordId id, long size, Instant at) {
        of("""
                insert into linli.public_head (community_id, record_no, size, published_at)
                select :community, :record, :size, :at where :size > 0
                on conflict do nothing
                """, id).param("size", size).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    private JdbcClient.StatementSpec of(String sql, RecordId id) {
        return jdbc.sql(sql).param("community", id.community()).param("record", id.number());
    }

    /** Leaves and heads of many records, one statement each. */
    void insert(List<Growth> grown, Map<RecordId, SignedHead> heads) {
        insertLeaves(grown);
        insertHeads(grown.stream()
                .map(growth -> Map.entry(growth.id(), Objects.requireNonNull(heads.get(growth.id()))))
                .toList());
    }

    private void insertLeaves(List<Growth> grown) {
        List<Long> communities = new ArrayList<>();
        List<Integer> records = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<String> kinds = new ArrayList<>();
        List<byte[]> contents = new ArrayList<>();
        List<byte[]> hashes = new ArrayList<>();
        for (Growth growth : grown) {
            long place = growth.before();
            for (NewLeaf leaf : growth.added()) {
                communities.add(growth.id().community());
                records.add(growth.id().number());
                places.add(place++);
                kinds.add(leaf.kind());
                contents.add(leaf.content());
                hashes.add(Leaves.hash(Records.SUITE, leaf.content()).bytes());
            }
        }
        if (places.isEmpty()) {
            return;
        }
        jdbc.sql("""
                insert into linli.ledger_leaf (community_id, record_no, leaf_no, kind, content, leaf_hash)
                select * from unnest(:communities::bigint[], :records::int[], :places::bigint[], :kinds::text[],
                    :contents::bytea[], :hashes::bytea[])
                """)
                .param("communities", communities.toArray(Long[]::new))
                .param("records", records.toArray(Integer[]::new))
                .param("places", places.toArray(Long[]::new))
                .param("kinds", kinds.toArray(String[]::new))
                .param("contents", contents.toArray(byte[][]::new))
                .param("hashes", hashes.toArray(byte[][]::new))
                .update();
    }

    private void insertHeads(List<Map.Entry<RecordId, SignedHead>> heads) {
        for (Map.Entry<RecordId, SignedHead> entry : heads) {
            SignedHead head = entry.getValue();
            of("""
                    insert into linli.ledger_head (community_id, record_no, size, root, made_at, signature)
                    values (:community, :record, :size, :root, :at, :signature)
                    """, entry.getKey())
                    .param("size", head.size())
                    .param("root", head.root().bytes())
                    .param(
                            "at",
                            Instant.EPOCH
                                    .plus(head.timeMicros(), ChronoUnit.MICROS)
                                    .atOffset(ZoneOffset.UTC))
                    .param("signature", head.signature().bytes())
                    .update();
        }
    }
}

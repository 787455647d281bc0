package org.linli.decisions.bundles;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.PublicRecord;
import org.linli.decisions.counting.CountResult;
import org.linli.decisions.counting.CountSheet;
import org.linli.decisions.counting.Counting;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleWriter;
import org.linli.ledger.bundle.Declared;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.Records;
import org.linli.rules.decisions.DoubleMajority;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Makes a vote's bundle once its count is signed, and again when its record or its count went on. Old ones are kept. */
@Service
public class Bundles {

    private final JdbcClient jdbc;
    private final Votes votes;
    private final Counting counting;
    private final PublicRecord record;
    private final FileStore files;
    private final BusinessTime time;

    Bundles(JdbcClient jdbc, Votes votes, Counting counting, PublicRecord record, FileStore files, BusinessTime time) {
        this.jdbc = jdbc;
        this.votes = votes;
        this.counting = counting;
        this.record = record;
        this.files = files;
        this.time = time;
    }

    /**
     * The hash by which the current bundle is stored, made now if it was not; empty before a signed count. While a ruling waits for the
     * count that takes it in, the bundle of the count before stays.
     */
    public Optional<String> current(Vote vote) {
        Optional<CountSheet> published = counting.published(vote.id());
        if (published.isEmpty()) {
            return Optional.empty();
        }
        long size = record.size(vote);
        CountSheet sheet = published.get();
        Optional<String> made = find(vote.id(), sheet.number(), size);
        if (made.isPresent()) {
            return made;
        }
        // What was ruled on after this count is for the next one, with its own signatures: nobody signed what it comes
        // to.
        return counting.stillHolds(vote, sheet)
                ? Optional.of(make(vote, sheet, size))
                : findLatest(vote.id(), sheet.number());
    }

    private Optional<String> findLatest(VoteId id, int count) {
        return jdbc.sql("""
                select file_hash from linli.vote_bundle
                where community_id = :community and vote_no = :vote and count_no = :count
                order by size desc limit 1
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("count", count)
                .query(String.class)
                .optional();
    }

    private Optional<String> find(VoteId id, int count, long size) {
        return jdbc.sql("""
                select file_hash from linli.vote_bundle
                where community_id = :community and vote_no = :vote and count_no = :count and size = :size
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("count", count)
                .param("size", size)
                .query(String.class)
                .optional();
    }

    private String make(Vote vote, CountSheet sheet, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            BundleWriter.write(bundle(vote, sheet), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String hash = files.put(new ByteArrayInputStream(bytes.toByteArray()));
        jdbc.sql("""
                insert into linli.vote_bundle (community_id, vote_no, count_no, size, file_hash, made_at)
                values (:community, :vote, :count, :size, :hash, :at)
                on conflict do nothing
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("count", sheet.number())
                .param("size", size)
                .param("hash", hash)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
        return hash;
    }

    /** What is announced is what was signed; those chosen without deemed votes, which no record holds, are counted for it. */
    private Bundle bundle(Vote vote, CountSheet sheet) {
        PublicRecord.Parts parts = record.of(vote);
        Map<Integer, List<Integer>> lots = counting.lots(vote.id());
        Map<Integer, List<Integer>> chosen = counting.raw(vote).items().stream()
                .collect(Collectors.toMap(CountResult.Item::number, CountResult.Item::chosen));
        List<Declared> declared = sheet.result().items().stream()
                .map(item -> declared(
                        item,
                        chosen.getOrDefault(item.number(), List.of()),
                        lots.getOrDefault(item.number(), List.of())))
                .toList();
        return new Bundle(
                Records.SUITE,
                parts.paper(),
                parts.deadlineMicros(),
                parts.extension(),
                declared,
                parts.rolls(),
                parts.leaves(),
                parts.heads(),
                parts.openings());
    }

    private static Declared declared(CountResult.Item item, List<Integer> chosen, List<Integer> lots) {
        return new Declared(
                item.number(),
                item.lines().stream()
                        .map(line -> DoubleMajority.decide(item.decisionClass(), line.raw())
                                .outcome()
                                .name())
                        .toList(),
                item.kind() == DecisionKind.YES_NO ? List.of() : chosen,
                lots);
    }

    /** Makes the bundles that are wanting. */
    void makeAll() {
        List<VoteId> signed = jdbc.sql("""
                select distinct w.community_id, w.vote_no from linli.count_witness w
                where not exists (select 1 from linli.vote_bundle b
                                   where b.community_id = w.community_id and b.vote_no = w.vote_no)
                order by w.community_id, w.vote_no
                """)
                .query((row, n) -> new VoteId(new CommunityId(row.getLong("community_id")), row.getInt("vote_no")))
                .list();
        signed.forEach(id -> votes.find(id, RowScope.everything()).ifPresent(this::current));
    }
}

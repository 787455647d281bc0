package org.linli.decisions.reach.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.Evidence;
import org.linli.platform.files.DocumentType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PaperStore {

    private static final String PAPERS = """
            select p.paper_no, encode(p.serial, 'hex') serial, encode(p.entry_id, 'hex') entry, p.issue_no, p.home_no, p.issued_at,
                   p.by_name issued_by, r.returned_at, r.collector, r.by_name returned_by,
                   v.reason, v.note, v.voided_at, v.by_name voided_by,
                   exists (select 1 from linli.ballot b where b.community_id = p.community_id and b.vote_no = p.vote_no
                              and b.serial = p.serial) used
            from linli.paper_ballot p
            left join linli.paper_return r using (community_id, vote_no, paper_no)
            left join linli.paper_void v using (community_id, vote_no, paper_no)
            where p.community_id = :community and p.vote_no = :vote and (:paper = 0 or p.paper_no = :paper)
            order by p.paper_no
            """;

    private static final String SCANS = """
            select s.paper_no, s.scan_no, s.file_hash, s.file_type, s.scanned_at, s.by_name,
                   (select count(*) from linli.paper_scan_view w where w.community_id = s.community_id and w.vote_no = s.vote_no
                       and w.paper_no = s.paper_no and w.scan_no = s.scan_no) views
            from linli.paper_scan s
            where s.community_id = :community and s.vote_no = :vote and (:paper = 0 or s.paper_no = :paper)
            order by s.paper_no, s.scan_no
            """;

    private static final String READINGS = """
            select paper_no, reading_no, by_account, by_name, read_at, reason from linli.paper_reading
            where community_id = :community and vote_no = :vote and (:paper = 0 or paper_no = :paper)
            order by paper_no, reading_no
            """;

    private final JdbcClient jdbc;

    PaperStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Paper> list(VoteId vote) {
        return list(vote, 0);
    }

    /** @param number of one paper, 0 for all */
    private List<Paper> list(VoteId vote, int number) {
        Map<Integer, List<Paper.Scan>> scans = statement(SCANS, vote)
                .param("paper", number)
                .query((row, n) -> Map.entry(row.getInt("paper_no"), scan(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<Integer, List<Paper.Reading>> readings = statement(READINGS, vote)
                .param("paper", number)
                .query((row, n) -> Map.entry(row.getInt("paper_no"), reading(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return statement(PAPERS, vote)
                .param("paper", number)
                .query((row, n) -> paper(
                        row,
                        scans.getOrDefault(row.getInt("paper_no"), List.of()),
                        readings.getOrDefault(row.getInt("paper_no"), List.of())))
                .list();
    }

    Optional<Paper> find(VoteId vote, int number) {
        return list(vote, number).stream().findFirst();
    }

    /** Whether a paper of this serial was issued to the entry, is back, and was neither voided nor used. */
    boolean isReturned(VoteId vote, String entry, String serial) {
        return statement("""
                select exists (
                    select 1 from linli.paper_ballot p
                    join linli.paper_return r using (community_id, vote_no, paper_no)
                    where p.community_id = :community and p.vote_no = :vote
                      and p.serial = decode(:serial, 'hex') and p.entry_id = decode(:entry, 'hex')
                      and not exists (select 1 from linli.paper_void v where v.community_id = p.community_id
                                         and v.vote_no = p.vote_no and v.paper_no = p.paper_no)
                      and not exists (select 1 from linli.ballot b where b.community_id = p.community_id
                                         and b.vote_no = p.vote_no and b.entry_id = p.entry_id and b.serial = p.serial))
                """, vote)
                .param("entry", entry)
                .param("serial", serial)
                .query(Boolean.class)
                .single();
    }

    void insert(VoteId vote, Paper paper, Actor by) {
        statement("""
                insert into linli.paper_ballot (community_id, vote_no, paper_no, serial, entry_id, issue_no, home_no, issued_at,
                                                by_name, by_account)
                values (:community, :vote, :number, decode(:serial, 'hex'), decode(:entry, 'hex'), :issue, :home, :at, :by, :account)
                """, vote)
                .param("number", paper.number())
                .param("serial", paper.serial())
                .param("entry", paper.entry())
                .param("issue", paper.issue())
                .param("home", paper.homeNo())
                .param("at", paper.issuedAt().atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .update();
    }

    void insertReturn(VoteId vote, int number, String collector, Instant at, Actor by) {
        act("""
                insert into linli.paper_return (community_id, vote_no, paper_no, returned_at, collector, by_name, by_account)
                values (:community, :vote, :number, :at, :collector, :by, :account)
                """, vote, number, at, by).param("collector", collector).update();
    }

    void insertVoid(VoteId vote, int number, VoidReason reason, String note, Instant at, Actor by) {
        act("""
                insert into linli.paper_void (community_id, vote_no, paper_no, reason, note, voided_at, by_name, by_account)
                values (:community, :vote, :number, :reason, :note, :at, :by, :account)
                """, vote, number, at, by)
                .param("reason", reason.name())
                .param("note", note)
                .update();
    }

    void insertScan(VoteId vote, int number, int scan, Evidence.Kept file, Instant at, Actor by) {
        act("""
                insert into linli.paper_scan (community_id, vote_no, paper_no, scan_no, file_hash, file_type, scanned_at, by_name,
                                              by_account)
                values (:community, :vote, :number, :scan, :hash, :type, :at, :by, :account)
                """, vote, number, at, by)
                .param("scan", scan)
                .param("hash", file.hash())
                .param("type", file.type().name())
                .update();
    }

    void insertView(VoteId vote, int number, int scan, int view, Instant at, Actor by) {
        act("""
                insert into linli.paper_scan_view (community_id, vote_no, paper_no, scan_no, view_no, viewed_at, by_name, by_account)
                values (:community, :vote, :number, :scan, :view, :at, :by, :account)
                """, vote, number, at, by).param("scan", scan).param("view", view).update();
    }

    /** @return whether nobody else made this reading, nor this person another one */
    boolean insertReading(VoteId vote, int number, int reading, byte[] sealed, String reason, Instant at, Actor by) {
        return act("""
                insert into linli.paper_reading (community_id, vote_no, paper_no, reading_no, sealed, reason, read_at, by_name,
                                                 by_account)
                values (:community, :vote, :number, :reading, :sealed, :reason, :at, :by, :account)
                on conflict do nothing
                """, vote, number, at, by)
                        .param("reading", reading)
                        .param("sealed", sealed)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** What was read, sealed, by the number of the reading. */
    Map<Integer, byte[]> sealed(VoteId vote, int number) {
        return statement("""
                select reading_no, sealed from linli.paper_reading
                where community_id = :community and vote_no = :vote and paper_no = :number
                order by reading_no
                """, vote)
                .param("number", number)
                .query((row, n) -> Map.entry(row.getInt("reading_no"), row.getBytes("sealed")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Paper paper(ResultSet row, List<Paper.Scan> scans, List<Paper.Reading> readings)
            throws SQLException {
        return new Paper(
                row.getInt("paper_no"),
                row.getString("serial"),
                row.getString("entry"),
                row.getInt("issue_no"),
                row.getInt("home_no"),
                instant(row, "issued_at"),
                row.getString("issued_by"),
                returned(row),
                voided(row),
                row.getBoolean("used"),
                scans,
                readings);
    }

    private static Paper.@Nullable Returned returned(ResultSet row) throws SQLException {
        return row.getObject("returned_at") == null
                ? null
                : new Paper.Returned(
                        instant(row, "returned_at"), row.getString("collector"), row.getString("returned_by"));
    }

    private static Paper.@Nullable Voided voided(ResultSet row) throws SQLException {
        String reason = row.getString("reason");
        return reason == null
                ? null
                : new Paper.Voided(
                        VoidReason.valueOf(reason),
                        row.getString("note"),
                        instant(row, "voided_at"),
                        row.getString("voided_by"));
    }

    private static Paper.Scan scan(ResultSet row) throws SQLException {
        return new Paper.Scan(
                row.getInt("scan_no"),
                row.getString("file_hash"),
                DocumentType.valueOf(row.getString("file_type")),
                instant(row, "scanned_at"),
                row.getString("by_name"),
                row.getInt("views"));
    }

    private static Paper.Reading reading(ResultSet row) throws SQLException {
        return new Paper.Reading(
                row.getInt("reading_no"),
                row.getLong("by_account"),
                row.getString("by_name"),
                instant(row, "read_at"),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JdbcClient.StatementSpec act(String sql, VoteId vote, int number, Instant at, Actor by) {
        return statement(sql, vote)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account());
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

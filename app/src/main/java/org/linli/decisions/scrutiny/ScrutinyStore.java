package org.linli.decisions.scrutiny;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.decisions.VoteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Supervised checks as rows that are only added. The caller reached the vote within its own scope. */
@Repository
class ScrutinyStore {

    /** In place of a scan's number: what was entered from the paper. */
    static final int ENTERED = 0;

    private final JdbcClient jdbc;

    ScrutinyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Scrutiny> list(VoteId vote) {
        Map<Integer, List<Scrutiny.Drawn>> drawn = drawn(vote);
        return statement("""
                select scrutiny_no, opener, opened_by, partner, opened_at, seed, papers from linli.scrutiny
                where community_id = :community and vote_no = :vote
                order by scrutiny_no
                """, vote)
                .query((row, n) -> new Scrutiny(
                        row.getInt("scrutiny_no"),
                        row.getLong("opener"),
                        row.getString("opened_by"),
                        row.getLong("partner"),
                        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                        row.getString("seed"),
                        row.getInt("papers"),
                        drawn.getOrDefault(row.getInt("scrutiny_no"), List.of())))
                .list();
    }

    private Map<Integer, List<Scrutiny.Drawn>> drawn(VoteId vote) {
        Map<Integer, List<Scrutiny.Drawn>> drawn = new LinkedHashMap<>();
        statement("""
                select d.scrutiny_no, d.position, d.digits, d.paper_no, f.matches, f.note,
                       (select count(*) from linli.scrutiny_view v
                         where v.community_id = d.community_id and v.vote_no = d.vote_no and v.scrutiny_no = d.scrutiny_no
                           and v.position = d.position) views
                from linli.scrutiny_draw d
                left join linli.scrutiny_finding f using (community_id, vote_no, scrutiny_no, position)
                where d.community_id = :community and d.vote_no = :vote
                order by d.scrutiny_no, d.position
                """, vote).query(row -> {
            String note = row.getString("note");
            drawn.computeIfAbsent(row.getInt("scrutiny_no"), number -> new ArrayList<>())
                    .add(new Scrutiny.Drawn(
                            row.getInt("position"),
                            row.getString("digits"),
                            row.getInt("paper_no"),
                            row.getInt("views"),
                            note == null ? null : new Scrutiny.Finding(row.getBoolean("matches"), note)));
        });
        return drawn;
    }

    /** @return its number */
    int insert(VoteId vote, long opener, String name, SecondPerson partner, Instant at, String seed, int papers) {
        return statement("""
                insert into linli.scrutiny (community_id, vote_no, scrutiny_no, opener, opened_by, partner, partner_kind, opened_at,
                    seed, papers)
                select :community, :vote, coalesce(max(scrutiny_no), 0) + 1, :opener, :name, :partner, :kind, :at, :seed, :papers
                from linli.scrutiny where community_id = :community and vote_no = :vote
                returning scrutiny_no
                """, vote)
                .param("opener", opener)
                .param("name", name)
                .param("partner", partner.account())
                .param("kind", partner.kind().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("seed", seed)
                .param("papers", papers)
                .query(Integer.class)
                .single();
    }

    /** False if somebody drew a moment before. */
    boolean insertDrawn(VoteId vote, int number, int position, String digits, int paperNo, Instant at) {
        return of(vote, number, position, at, """
                insert into linli.scrutiny_draw (community_id, vote_no, scrutiny_no, position, digits, paper_no, drawn_at)
                values (:community, :vote, :number, :position, :digits, :paper, :at)
                on conflict do nothing
                """)
                        .param("digits", digits)
                        .param("paper", paperNo)
                        .update()
                == 1;
    }

    void insertView(VoteId vote, int number, int position, int scan, Instant at) {
        of(vote, number, position, at, """
                insert into linli.scrutiny_view (community_id, vote_no, scrutiny_no, position, scan_no, view_no, viewed_at)
                select :community, :vote, :number, :position, :scan, coalesce(max(view_no), 0) + 1, :at
                from linli.scrutiny_view
                where community_id = :community and vote_no = :vote and scrutiny_no = :number and position = :position
                  and scan_no = :scan
                """).param("scan", scan).update();
    }

    /** @return whether it is the first of this paper */
    boolean insertFinding(VoteId vote, int number, int position, boolean matches, String note, Instant at) {
        return of(vote, number, position, at, """
                insert into linli.scrutiny_finding (community_id, vote_no, scrutiny_no, position, matches, note, found_at)
                values (:community, :vote, :number, :position, :matches, :note, :at)
                on conflict do nothing
                """)
                        .param("matches", matches)
                        .param("note", note)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec of(VoteId vote, int number, int position, Instant at, String sql) {
        return statement(sql, vote)
                .param("number", number)
                .param("position", position)
                .param("at", at.atOffset(ZoneOffset.UTC));
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.counting.Duties.Done;
import org.linli.decisions.counting.Duties.Duty;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.law.Citation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Duties and how they were done. Whoever calls holds the vote, whose scope was checked. */
@Repository
class DutyStore {

    /** Whether the vote, or the one decision, is void. Expects {@code d} to be the duty. */
    static final String OVERRULED = """
            (exists (select 1 from linli.vote_state s
                      where s.community_id = d.community_id and s.vote_no = d.vote_no
                        and s.state in ('CANCELLED', 'INVALIDATED', 'REVOKED'))
             or exists (select 1 from linli.decision_void x
                         where x.community_id = d.community_id and x.vote_no = d.vote_no and x.decision_no = d.decision_no))
            """;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    DutyStore(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    List<Duty> list(VoteId vote) {
        return on("""
                select d.duty_no, d.decision_no, d.kind, d.due_on, d.source,
                       f.done_on, f.void, f.evidence, f.file_hash, f.by_name, %s overruled
                from linli.decision_duty d
                left join linli.decision_duty_done f
                  on f.community_id = d.community_id and f.vote_no = d.vote_no and f.duty_no = d.duty_no
                where d.community_id = :community and d.vote_no = :vote
                order by d.due_on, d.duty_no
                """.formatted(OVERRULED), vote).query((row, n) -> duty(row)).list();
    }

    private static Duty duty(ResultSet row) throws SQLException {
        LocalDate done = row.getObject("done_on", LocalDate.class);
        return new Duty(
                row.getInt("duty_no"),
                row.getInt("decision_no"),
                DutyKind.valueOf(row.getString("kind")),
                row.getObject("due_on", LocalDate.class),
                row.getString("source"),
                done == null
                        ? null
                        : new Done(
                                done,
                                row.getBoolean("void"),
                                row.getString("evidence"),
                                row.getString("file_hash"),
                                row.getString("by_name")),
                row.getBoolean("overruled"));
    }

    void open(VoteId vote, int decision, DutyKind kind, LocalDate dueOn) {
        on("""
                insert into linli.decision_duty
                    (community_id, vote_no, duty_no, decision_no, kind, role, due_on, source, opened_at)
                select :community, :vote, coalesce(max(duty_no), 0) + 1, :decision, :kind, :role, :due, :source, :at
                from linli.decision_duty where community_id = :community and vote_no = :vote
                """, vote)
                .param("decision", decision)
                .param("kind", kind.name())
                .param("role", kind.role().name())
                .param("due", dueOn)
                .param("source", cited(kind.source()))
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
    }

    private static String cited(Citation citation) {
        String mark = " [" + citation.confidence().mark() + "]";
        return citation.articles().isEmpty()
                ? citation.source().chinese() + mark
                : "《" + citation.source().chinese() + "》第" + citation.articles() + "条" + mark;
    }

    /** False when it was closed already. */
    boolean close(VoteId vote, int number, boolean asVoid, String evidence, @Nullable String fileHash, String by) {
        return on("""
                insert into linli.decision_duty_done
                    (community_id, vote_no, duty_no, done_on, void, evidence, file_hash, by_name, at)
                values (:community, :vote, :number, :day, :void, :evidence, :hash, :by, :at)
                on conflict do nothing
                """, vote)
                        .param("number", number)
                        .param("day", time.today())
                        .param("void", asVoid)
                        .param("evidence", evidence)
                        .param("hash", fileHash, Types.VARCHAR)
                        .param("by", by)
                        .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec on(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

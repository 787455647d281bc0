package org.linli.decisions.casting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The box of a vote as it stands now, in one question to the database. */
@Repository
class Box {

    private static final String NOW = """
            select s.state, s.state_no, v.version_no, v.opens_on, v.last_day,
                   (select max(r.version_no) from linli.roll_version r
                     where r.community_id = v.community_id and r.vote_no = v.vote_no) roll_version,
                   (select min(l.leaf_no) from linli.ledger_leaf l
                     where l.community_id = v.community_id and l.record_no = v.vote_no and l.kind = 'CLOSE') close_leaf,
                   (select min(l.leaf_no) from linli.ledger_leaf l
                     where l.community_id = v.community_id and l.record_no = v.vote_no and l.kind = 'OPEN') open_leaf,
                   (select count(*) from linli.vote_version x
                     where x.community_id = v.community_id and x.vote_no = v.vote_no and x.cause = 'EXTENSION') extensions
            from linli.vote_version v
            join linli.vote_state s on s.community_id = v.community_id and s.vote_no = v.vote_no
            where v.community_id = :community and v.vote_no = :vote
            order by v.version_no desc, s.state_no desc
            limit 1
            """;

    private final JdbcClient jdbc;

    Box(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param rollVersion 0 while no roll is frozen
     * @param opened whether the record has its OPEN leaf
     * @param closed whether it has its CLOSE leaf
     * @param extensions how often the window was extended, outages apart
     */
    record Now(
            VoteState state,
            int version,
            int rollVersion,
            LocalDate opensOn,
            LocalDate lastDay,
            boolean opened,
            boolean closed,
            int extensions) {

        /** Whether a ballot received at this instant is in time. */
        boolean isOpenAt(Instant received) {
            return opened
                    && (state == VoteState.OPEN || state == VoteState.CLOSED)
                    && !received.isBefore(start(opensOn))
                    && received.isBefore(start(lastDay.plusDays(1)));
        }

        private static Instant start(LocalDate day) {
            return day.atStartOfDay(BusinessTime.ZONE).toInstant();
        }
    }

    Optional<Now> now(VoteId vote) {
        return jdbc.sql(NOW)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query((row, n) -> new Now(
                        VoteState.valueOf(row.getString("state")),
                        row.getInt("version_no"),
                        row.getInt("roll_version"),
                        row.getObject("opens_on", LocalDate.class),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("open_leaf", Long.class) != null,
                        row.getObject("close_leaf", Long.class) != null,
                        row.getInt("extensions")))
                .optional();
    }

    /** When the smallest head with the CLOSE leaf was made; empty while the record is open. */
    Optional<Instant> closedAt(VoteId vote) {
        return jdbc.sql("""
                select min(h.made_at) from linli.ledger_head h
                join linli.ledger_leaf l using (community_id, record_no)
                where community_id = :community and record_no = :vote and l.kind = 'CLOSE' and h.size > l.leaf_no
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }
}

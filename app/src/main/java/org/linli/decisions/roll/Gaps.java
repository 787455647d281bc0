package org.linli.decisions.roll;

import java.sql.Array;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.linli.decisions.VoteId;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The organiser's written statements why a roll may be frozen although something is unknown. */
@Repository
class Gaps {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    Gaps(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param homes numbers of the homes it speaks of @param reason why it may go on */
    record Acceptance(List<Integer> homes, String reason, String by, Instant at) {}

    List<Acceptance> list(VoteId id) {
        return jdbc.sql("""
                select homes, reason, by_name, at from linli.roll_gap_acceptance
                where community_id = :community and vote_no = :vote
                order by acceptance_no
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query((row, n) -> new Acceptance(
                        numbers(row.getArray("homes")),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Homes that some statement speaks of. */
    Set<Integer> accepted(VoteId id) {
        Set<Integer> homes = new HashSet<>();
        list(id).forEach(acceptance -> homes.addAll(acceptance.homes()));
        return homes;
    }

    void accept(VoteId id, Collection<Integer> homes, String reason, String by, long account) {
        jdbc.sql("""
                insert into linli.roll_gap_acceptance (community_id, vote_no, acceptance_no, homes, reason, by_name, by_account, at)
                select :community, :vote, coalesce(max(acceptance_no), 0) + 1, :homes, :reason, :by, :account, :at
                from linli.roll_gap_acceptance where community_id = :community and vote_no = :vote
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("homes", homes.toArray(Integer[]::new))
                .param("reason", reason)
                .param("by", by)
                .param("account", account)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
    }

    private static List<Integer> numbers(Array array) throws SQLException {
        return Arrays.asList((Integer[]) array.getArray());
    }
}

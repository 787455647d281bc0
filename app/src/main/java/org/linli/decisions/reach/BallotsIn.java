package org.linli.decisions.reach;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.CastRequest.Channel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How and when ballots came in; the statements never name the column of the choice. */
@Repository
public class BallotsIn {

    /**
     * A ballot that stands.
     *
     * @param entry 32 hexadecimal digits
     * @param leafNo position in the record
     * @param account who was signed in, null when nobody was
     * @param device keyed hash in hexadecimal, null for a device that is none's own
     * @param serial of the paper in hexadecimal, null for anything else
     */
    public record Line(
            String entry,
            int attempt,
            long leafNo,
            Channel channel,
            @Nullable Long account,
            @Nullable String device,
            @Nullable String serial,
            Instant receivedAt) {}

    private static final String STANDING = """
            select encode(b.entry_id, 'hex') entry, b.attempt, b.leaf_no, b.channel, b.cast_account,
                   encode(b.device, 'hex') device, encode(b.serial, 'hex') serial, b.received_at
            from linli.ballot b
            where b.community_id = :community and b.vote_no = :vote
              and not exists (select 1 from linli.ballot_annulment a
                               where a.community_id = b.community_id and a.vote_no = b.vote_no
                                 and a.entry_id = b.entry_id and a.attempt = b.attempt)
            """;

    private final JdbcClient jdbc;

    BallotsIn(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every ballot that is not annulled, by position. */
    public List<Line> list(VoteId vote) {
        return statement(STANDING + " order by b.leaf_no", vote)
                .query(BallotsIn::line)
                .list();
    }

    /** The ballot of each entry that has one. */
    public Map<String, Line> byEntry(VoteId vote) {
        return list(vote).stream().collect(Collectors.toMap(Line::entry, line -> line, (one, later) -> later));
    }

    /** The entry's ballot, if it stands. */
    public Optional<Line> find(VoteId vote, String entry) {
        return statement(STANDING + " and b.entry_id = decode(:entry, 'hex')", vote)
                .param("entry", entry)
                .query(BallotsIn::line)
                .optional();
    }

    /** Whether a ballot was cast with this paper, annulled or not. */
    public boolean isUsed(VoteId vote, String serial) {
        return statement("""
                select exists (select 1 from linli.ballot
                                where community_id = :community and vote_no = :vote and serial = decode(:serial, 'hex'))
                """, vote).param("serial", serial).query(Boolean.class).single();
    }

    /** Whether the record took its CLOSE leaf. */
    public boolean isClosed(VoteId vote) {
        return statement("""
                select exists (select 1 from linli.ledger_leaf
                                where community_id = :community and record_no = :vote and kind = 'CLOSE')
                """, vote).query(Boolean.class).single();
    }

    private static Line line(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Line(
                row.getString("entry"),
                row.getInt("attempt"),
                row.getLong("leaf_no"),
                Channel.valueOf(row.getString("channel")),
                row.getObject("cast_account", Long.class),
                row.getString("device"),
                row.getString("serial"),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

package org.linli.platform.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What an account was sent inside Linli, for that account alone. Messages about the same thing stand together, the latest first. */
@Component
public class Inbox {

    /** The messages of an account with what they belong to: their thread, or themselves. */
    private static final String OWN = """
            select id, subject, body, created_at, thread, coalesce(thread, id::text) topic,
                   id > coalesce((select seen_id from platform.inbox_mark m where m.account = :account), 0) fresh
            from platform.outbox where account = :account and channel = 'IN_APP'
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RealTime time;

    Inbox(JdbcClient jdbc, PersonalData personal, RealTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /**
     * A message as its receiver reads it.
     *
     * @param thread what it goes on about, null when it stands alone
     * @param inThread how many messages its thread has, 1 when it stands alone
     * @param fresh whether it came after the receiver last looked
     */
    public record Received(
            long id, @Nullable String thread, long inThread, Instant at, String subject, String body, boolean fresh) {}

    /** The latest message of each thread, newest first. @param before id to go on from, exclusive */
    public List<Received> listThreads(long account, long before, int limit) {
        return jdbc.sql("""
                select * from (
                    select own.*, count(*) over (partition by topic) in_thread,
                           row_number() over (partition by topic order by id desc) place
                    from (%s) own) latest
                where place = 1 and id < :before order by id desc limit :limit
                """.formatted(OWN))
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> received(row))
                .list();
    }

    /** Every message of one thread, newest first; empty when the account has none of it. @param before id to go on from, exclusive */
    public List<Received> listThread(long account, String thread, long before, int limit) {
        return jdbc.sql("""
                select * from (select own.*, count(*) over () in_thread from (%s) own where thread = :thread) whole
                where id < :before order by id desc limit :limit
                """.formatted(OWN))
                .param("account", account)
                .param("thread", thread)
                .param("before", before)
                .param("limit", limit)
                .query((row, n) -> received(row))
                .list();
    }

    /** How many threads have something the account has not seen. */
    public long countFresh(long account) {
        return jdbc.sql("select count(distinct topic) from (" + OWN + ") own where fresh")
                .param("account", account)
                .query(Long.class)
                .single();
    }

    /** The account has looked at everything up to this message. */
    public void see(long account, long id) {
        jdbc.sql("""
                insert into platform.inbox_mark (account, seen_id, seen_at) values (:account, :id, :now)
                on conflict (account) do update set seen_id = excluded.seen_id, seen_at = excluded.seen_at
                    where inbox_mark.seen_id < excluded.seen_id
                """)
                .param("account", account)
                .param("id", id)
                .param("now", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private Received received(ResultSet row) throws SQLException {
        return new Received(
                row.getLong("id"),
                row.getString("thread"),
                row.getLong("in_thread"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                personal.decrypt(row.getBytes("subject")),
                personal.decrypt(row.getBytes("body")),
                row.getBoolean("fresh"));
    }
}

package org.linli.platform.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who did what when and why, in real time. Rows are only ever added; they name people and things by id and hold no
 * personal data, so {@code reason} is a code or a sentence about the act, never about a person.
 */
@Component
public class AccessLog {

    private final JdbcClient jdbc;
    private final RealTime time;

    AccessLog(JdbcClient jdbc, RealTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Records an act of a signed-in person, in the caller's transaction. */
    public void record(Viewer viewer, String verb, String kind, Object objectId, String reason) {
        record(new Act(viewer.accountId(), viewer.grantId(), verb, kind, objectId.toString(), reason, "", ""));
    }

    /** Records an act, in the caller's transaction: it is gone if that rolls back. */
    public void record(Act act) {
        jdbc.sql("""
                insert into platform.access_log
                    (at, account, grant_id, verb, kind, object_id, reason, before_id, after_id)
                values (:at, :account, :grant, :verb, :kind, :object, :reason, :before, :after)
                """)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .param("account", act.account())
                .param("grant", act.grant())
                .param("verb", act.verb())
                .param("kind", act.kind())
                .param("object", act.objectId())
                .param("reason", act.reason())
                .param("before", act.before())
                .param("after", act.after())
                .update();
    }

    /**
     * Entries newest first.
     *
     * @param before only ids below this one; {@link Long#MAX_VALUE} for the first page
     * @param day only this day in China, or null
     * @param account only acts of this account, or null
     */
    public List<Entry> list(long before, @Nullable LocalDate day, @Nullable Long account, int limit) {
        return jdbc.sql("""
                select id, at, account, grant_id, verb, kind, object_id, reason, before_id, after_id
                from platform.access_log
                where id < :before
                  and (:from::timestamptz is null or at >= :from and at < :to)
                  and (:account::bigint is null or account = :account)
                order by id desc
                limit :limit
                """)
                .param("before", before)
                .param("from", day == null ? null : start(day))
                .param("to", day == null ? null : start(day.plusDays(1)))
                .param("account", account)
                .param("limit", limit)
                .query((row, n) -> new Entry(
                        row.getLong("id"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Act(
                                row.getObject("account", Long.class),
                                row.getObject("grant_id", Long.class),
                                row.getString("verb"),
                                row.getString("kind"),
                                row.getString("object_id"),
                                row.getString("reason"),
                                row.getString("before_id"),
                                row.getString("after_id"))))
                .list();
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessTime.ZONE).toOffsetDateTime();
    }

    /**
     * What somebody did.
     *
     * @param account who, or null before sign-in
     * @param grant the hat worn, or null
     * @param verb lower case, such as {@code grant.end}
     * @param kind what it was done to, lower case, such as {@code account}
     * @param objectId the id of that thing, or empty
     * @param reason why, or empty; no personal data
     * @param before id or digest of the state before, or empty
     * @param after id or digest of the state after, or empty
     */
    public record Act(
            @Nullable Long account,
            @Nullable Long grant,
            String verb,
            String kind,
            String objectId,
            String reason,
            String before,
            String after) {}

    /** A line of the log. @param id ascending in order of writing @param at real time */
    public record Entry(long id, Instant at, Act act) {}
}

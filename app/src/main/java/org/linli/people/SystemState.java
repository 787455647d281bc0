package org.linli.people;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the installation runs, for its system administrator: no business row. */
@Component
public class SystemState {

    private static final int JOBS_SHOWN = 100;

    private final JdbcClient jdbc;
    private final boolean ownServer;
    private final boolean gateway;

    SystemState(
            JdbcClient jdbc,
            @Value("${linli.database.own:false}") boolean ownServer,
            @Value("${linli.sms.url:}") String gateway) {
        this.jdbc = jdbc;
        this.ownServer = ownServer;
        this.gateway = !gateway.isEmpty();
    }

    /** Whose database it is, and whether the application's role could rewrite what is append-only. */
    public Database database() {
        return jdbc.sql("""
                select current_setting('server_version') as version, current_user as login,
                       pg_database_size(current_database()) as bytes,
                       has_table_privilege('platform.access_log', 'update')
                         or exists (select 1 from pg_tables
                                    where schemaname = 'platform' and tablename = 'access_log'
                                      and pg_has_role(tableowner, 'member')) as can_rewrite
                """)
                .query((row, n) -> new Database(
                        ownServer,
                        row.getString("version"),
                        row.getString("login"),
                        row.getLong("bytes"),
                        row.getBoolean("can_rewrite")))
                .single();
    }

    /** @param waiting text messages not yet accepted by the gateway @param failed given up */
    public record Delivery(boolean configured, long waiting, long failed) {}

    /** How the delivery of text messages stands. */
    public Delivery delivery() {
        return jdbc.sql("""
                select count(*) filter (where sent_at is null and failed_at is null) waiting,
                       count(*) filter (where failed_at is not null) failed
                from platform.outbox where channel = 'SMS' and sent_at is null
                """)
                .query((row, n) -> new Delivery(gateway, row.getLong("waiting"), row.getLong("failed")))
                .single();
    }

    /** Jobs by the time they are due. */
    public List<Job> listJobs() {
        return jdbc.sql("""
                select task_name, task_instance, execution_time, picked, last_success, last_failure, consecutive_failures
                from platform.scheduled_tasks order by execution_time, task_name, task_instance limit :limit
                """)
                .param("limit", JOBS_SHOWN)
                .query((row, n) -> new Job(
                        row.getString("task_name"),
                        row.getString("task_instance"),
                        row.getObject("execution_time", OffsetDateTime.class).toInstant(),
                        row.getBoolean("picked"),
                        instant(row.getObject("last_success", OffsetDateTime.class)),
                        instant(row.getObject("last_failure", OffsetDateTime.class)),
                        row.getInt("consecutive_failures")))
                .list();
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    /**
     * The database.
     *
     * @param own started by Linli itself
     * @param login the application's role
     * @param bytes size on disk
     * @param canRewrite one login owns everything, so append-only tables are so by custom only
     */
    public record Database(boolean own, String version, String login, long bytes, boolean canRewrite) {}

    /** A job. @param due when it runs next @param running now @param failures in a row */
    public record Job(
            String name,
            String instance,
            Instant due,
            boolean running,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures) {}
}

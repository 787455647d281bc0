package org.linli.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By the very job that runs every night, with the role that it has. */
@LinliTest
class OldMessagesTests {

    private static final long ACCOUNT = 9_000_000_042L;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalData personal;

    @Autowired
    RealTime time;

    @Autowired
    RecurringTask<Void> oldMessages;

    @Test
    void whatArrivedIsKeptForThreeYearsAndWhatDidNotForAMonth() {
        long fresh = message(1095, 1095, null);
        long old = message(1097, 1097, null);
        long givenUp = message(60, null, 31);
        long justGivenUp = message(60, null, 29);
        long neverSent = message(31, null, null);
        long justMade = message(29, null, null);

        oldMessages.executeRecurringly(new TaskInstance<>(oldMessages.getName(), RecurringTask.INSTANCE), null);

        assertThat(left()).contains(fresh, justGivenUp, justMade).doesNotContain(old, givenUp, neverSent);
    }

    @Test
    void theApplicationItselfMayNot() {
        assertThatThrownBy(() -> jdbc.sql("delete from platform.outbox where account = 0")
                        .update())
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        fault -> assertThat(fault.getSQLState()).isEqualTo("42501"));
    }

    @Test
    void lessThanAMonthIsNoTimeToKeepThem() {
        assertThatThrownBy(() -> new OldMessages(jdbc, Duration.ofDays(29)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 days");
    }

    /** All in days before now. @param made when it was made @param sent when it was sent, if it was @param failed when it was given up, if it was */
    private long message(int made, @Nullable Integer sent, @Nullable Integer failed) {
        return jdbc.sql("""
                insert into platform.outbox (account, channel, subject, body, created_at, sent_at, failed_at)
                values (:account, 'SMS', :blank, :blank, :at, :sent, :failed) returning id
                """)
                .param("account", ACCOUNT)
                .param("blank", personal.encrypt(""))
                .param("at", before(made), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("sent", before(sent), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("failed", before(failed), Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .single();
    }

    private @Nullable OffsetDateTime before(@Nullable Integer days) {
        return days == null ? null : time.now().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private List<Long> left() {
        return jdbc.sql("select id from platform.outbox where account = :account")
                .param("account", ACCOUNT)
                .query(Long.class)
                .list();
    }
}

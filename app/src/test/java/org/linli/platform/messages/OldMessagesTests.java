package org.linli.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.time.Instant;
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
    void threeYearsAreKeptAndATextThatWasGivenUpForAMonth() {
        long fresh = message(1095, null);
        long old = message(1097, null);
        long givenUp = message(60, 31);
        long justGivenUp = message(60, 29);

        oldMessages.executeRecurringly(new TaskInstance<>(oldMessages.getName(), RecurringTask.INSTANCE), null);

        assertThat(left()).contains(fresh, justGivenUp).doesNotContain(old, givenUp);
    }

    @Test
    void theApplicationItselfMayNot() {
        assertThatThrownBy(() -> jdbc.sql("delete from platform.outbox where account = 0")
                        .update())
                .hasMessageContaining("outbox");
    }

    @Test
    void lessThanAMonthIsNoTimeToKeepThem() {
        assertThatThrownBy(() -> new OldMessages(jdbc, Duration.ofDays(29)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("30 days");
    }

    /** @param days since it was made @param failedDays since it was given up, null when it was not */
    private long message(int days, @Nullable Integer failedDays) {
        Instant now = time.now();
        return jdbc.sql("""
                insert into platform.outbox (account, channel, subject, body, created_at, failed_at)
                values (:account, 'IN_APP', :blank, :blank, :at, :failed) returning id
                """)
                .param("account", ACCOUNT)
                .param("blank", personal.encrypt(""))
                .param("at", before(now, days))
                .param(
                        "failed",
                        failedDays == null ? null : before(now, failedDays),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .query(Long.class)
                .single();
    }

    private static OffsetDateTime before(Instant now, int days) {
        return now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private List<Long> left() {
        return jdbc.sql("select id from platform.outbox where account = :account")
                .param("account", ACCOUNT)
                .query(Long.class)
                .list();
    }
}

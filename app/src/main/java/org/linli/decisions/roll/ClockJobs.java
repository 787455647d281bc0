package org.linli.decisions.roll;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clock of votes on one node at a time, and the heartbeat beside it so that long work is not taken for silence. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "linli.votes.clock", matchIfMissing = true)
class ClockJobs {

    private static final Duration PAUSE = Duration.ofSeconds(10);

    @Bean
    RecurringTask<Void> voteClockTask(ObjectProvider<VoteClock> clock) {
        return Tasks.recurring(TaskDescriptor.of("vote-clock"), FixedDelay.of(PAUSE))
                .execute((instance, context) -> clock.getObject().tick());
    }

    @Bean
    RecurringTask<Void> heartbeatTask(ObjectProvider<Heartbeat> heartbeat) {
        return Tasks.recurring(TaskDescriptor.of("heartbeat"), FixedDelay.of(Heartbeat.EVERY))
                .execute((instance, context) -> heartbeat.getObject().beat());
    }
}

package org.linli.decisions.drafting;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.linli.decisions.Votes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Publishes accepted notices on their day, so that no vote misses it because nobody was at the desk. */
@Configuration(proxyBeanMethods = false)
class NoticeJob {

    private static final Duration PAUSE = Duration.ofSeconds(20);

    @Bean
    RecurringTask<Void> publishNotices(ObjectProvider<VoteSteps> steps) {
        return Tasks.recurring(TaskDescriptor.of("publish-notices"), FixedDelay.of(PAUSE))
                .execute((instance, context) -> {
                    VoteSteps due = steps.getObject();
                    due.forAll(due.due(), id -> due.publish(id, Votes.By.CLOCK));
                });
    }
}

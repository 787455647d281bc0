package org.linli.decisions.bundles;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Bundles are made beside the requests, so that the first reader need not wait. */
@Configuration(proxyBeanMethods = false)
class BundleJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> voteBundles(ObjectProvider<Bundles> bundles) {
        return Tasks.recurring(TaskDescriptor.of("vote-bundles"), FixedDelay.of(PAUSE))
                .execute((instance, context) -> bundles.getObject().makeAll());
    }
}

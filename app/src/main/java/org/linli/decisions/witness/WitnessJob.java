package org.linli.decisions.witness;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Witnesses are told beside the requests. */
@Configuration(proxyBeanMethods = false)
class WitnessJob {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    @Bean
    RecurringTask<Void> headWitnesses(ObjectProvider<HeadWitnesses> witnesses) {
        return Tasks.recurring(TaskDescriptor.of("head-witnesses"), FixedDelay.of(PAUSE))
                .execute((instance, context) -> witnesses.getObject().tellAll());
    }
}

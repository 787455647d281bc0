package org.linli.registry.imports;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Checking and storing outlive the request and the server: a job broken off is begun again, from nothing. */
@Configuration(proxyBeanMethods = false)
class ImportJobs {

    static final TaskDescriptor<Void> CHECK = TaskDescriptor.of("import-check");
    static final TaskDescriptor<Void> STORE = TaskDescriptor.of("import-store");

    private static final Logger LOG = LoggerFactory.getLogger(ImportJobs.class);
    private static final int ATTEMPTS = 3;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    OneTimeTask<Void> importCheck(ObjectProvider<ImportWork> desk) {
        return task(CHECK, desk, id -> desk.getObject().check(id));
    }

    @Bean
    OneTimeTask<Void> importStore_(ObjectProvider<ImportWork> desk) {
        return task(STORE, desk, id -> desk.getObject().store(id));
    }

    /** Due at once, whatever the clock. */
    static Instant soon() {
        return Instant.EPOCH;
    }

    private static OneTimeTask<Void> task(
            TaskDescriptor<Void> task, ObjectProvider<ImportWork> desk, LongConsumer work) {
        return Tasks.oneTime(task)
                .onFailure((complete, operations) -> failed(complete, operations, desk))
                .execute((instance, context) -> run(instance.getId(), desk, work));
    }

    private static void run(String id, ObjectProvider<ImportWork> desk, LongConsumer work) {
        try {
            work.accept(Long.parseLong(id));
        } catch (ImportRefused refused) {
            desk.getObject().fail(Long.parseLong(id), refused.code());
        }
    }

    private static void failed(
            ExecutionComplete complete, ExecutionOperations<Void> operations, ObjectProvider<ImportWork> desk) {
        long id = Long.parseLong(complete.getExecution().getId());
        LOG.error("import {} failed", id, complete.getCause().orElse(null));
        if (complete.getExecution().consecutiveFailures + 1 >= ATTEMPTS) {
            desk.getObject().fail(id, "FAULT");
            operations.stop();
        } else {
            operations.reschedule(complete, complete.getTimeDone().plus(PAUSE));
        }
    }
}

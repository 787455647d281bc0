package org.linli.platform.messages;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import java.time.Duration;
import java.time.LocalTime;
import javax.sql.DataSource;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Old messages are deleted every night, by the one role that may. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionConfiguration.class);
    private static final LocalTime NIGHT = LocalTime.of(3, 20);

    @Bean
    RecurringTask<Void> oldMessages(
            DataSource application,
            DataSourceProperties database,
            RealTime time,
            @Value("${linli.database.keeper:}") String keeper,
            @Value("${linli.database.keeper-password:}") String password,
            @Value("${linli.messages.kept}") Duration kept) {
        boolean own = keeper.isEmpty() || keeper.equals(database.determineUsername());
        if (!own && password.isEmpty()) {
            LOG.error("LINLI_DATABASE_KEEPERPASSWORD is not set: {} cannot delete old messages", keeper);
        }
        OldMessages old = new OldMessages(
                JdbcClient.create(
                        own ? application : new DriverManagerDataSource(database.determineUrl(), keeper, password)),
                kept);
        return Tasks.recurring(TaskDescriptor.of("old-messages"), new Daily(BusinessTime.ZONE, NIGHT))
                .execute((instance, context) -> LOG.info("{} old messages deleted", old.delete(time.now())));
    }
}

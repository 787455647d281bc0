package org.linli.platform.messages;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.net.URI;
import java.time.Duration;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Delivery by text message, once {@code LINLI_SMS_URL} names a service. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("linli.sms.url")
class DeliveryConfiguration {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    @Bean
    RecurringTask<Void> smsDelivery(
            JdbcClient jdbc,
            PersonalData personal,
            TransactionTemplate transaction,
            RealTime time,
            @Value("${linli.sms.url}") URI url,
            @Value("${linli.sms.secret}") String secret) {
        SmsDelivery delivery = new SmsDelivery(jdbc, personal, transaction, new SmsGateway(url, secret), time);
        return Tasks.recurring(TaskDescriptor.of("sms-delivery"), FixedDelay.of(PAUSE))
                .execute((instance, context) -> delivery.deliver());
    }
}

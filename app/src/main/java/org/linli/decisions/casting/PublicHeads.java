package org.linli.decisions.casting;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.util.List;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes the latest head of every growing record public each quarter of an hour. Source: own default [D]. */
@Configuration(proxyBeanMethods = false)
class PublicHeads {

    @Bean
    RecurringTask<Void> publicHeadsJob(
            JdbcClient jdbc, Records records, @Value("${linli.public-heads.every}") Duration every) {
        return Tasks.recurring(TaskDescriptor.of("public-heads"), FixedDelay.of(every))
                .execute((instance, context) -> behind(jdbc).forEach(records::publishHead));
    }

    private static List<RecordId> behind(JdbcClient jdbc) {
        return jdbc.sql("""
                select h.community_id community, h.record_no number
                from (select community_id, record_no, max(size) size from linli.ledger_head group by community_id, record_no) h
                where not exists (select 1 from linli.public_head p
                                   where p.community_id = h.community_id and p.record_no = h.record_no and p.size = h.size)
                """).query(RecordId.class).list();
    }
}

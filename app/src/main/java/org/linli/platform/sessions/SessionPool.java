package org.linli.platform.sessions;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.session.jdbc.config.annotation.SpringSessionTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The connections of the session store.
 *
 * <p>Nobody has to wait until a session is on the disk: one lost with the server means one sign-in more. A ballot has to wait, so its
 * connections wait and these do not. And they ask the same few questions for ever, each by its key or an
 * index, so that PostgreSQL need not plan them anew each time. It must not read all of a table either: a plan made while there were few
 * sessions would do so for ever.
 */
@Configuration(proxyBeanMethods = false)
class SessionPool {

    /** Both beans serve sessions alone: whoever asks for a data source without saying which gets the application's. */
    @Bean(defaultCandidate = false)
    @SpringSessionDataSource
    HikariDataSource sessionDataSource(
            DataSourceProperties database, @Value("${linli.sessions.connections}") int connections) {
        HikariDataSource pool = database.initializeDataSourceBuilder()
                .type(HikariDataSource.class)
                .build();
        pool.setPoolName("sessions");
        pool.setMaximumPoolSize(connections);
        pool.setConnectionInitSql(
                "set synchronous_commit = off; set plan_cache_mode = force_generic_plan; set enable_seqscan = off");
        return pool;
    }

    @Bean(defaultCandidate = false)
    @SpringSessionTransactionManager
    PlatformTransactionManager sessionTransactionManager(@SpringSessionDataSource DataSource pool) {
        return new JdbcTransactionManager(pool);
    }
}

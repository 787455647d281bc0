package org.linli.platform.sessions;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Two first requests of one session, such as two tabs opened at once, both remember the same thing. The second must not fail: the
 * session is stored while the answer is on its way, so that a failure cuts the answer short.
 */
@Configuration(proxyBeanMethods = false)
class SessionsKeepTheLastWord {

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> lastWord() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}

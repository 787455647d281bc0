package org.linli.platform.sessions;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.stereotype.Component;

/**
 * Puts {@link SparingSessions} before the session store that Boot configures. Not a bean beside it: a second repository would make Boot
 * withdraw its own, and with it the settings of {@code spring.session}.
 */
@Component
class SparingSessionStore implements BeanPostProcessor {

    private final ObjectProvider<DataSource> sessions;

    SparingSessionStore(@SpringSessionDataSource ObjectProvider<DataSource> sessions) {
        this.sessions = sessions;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof FindByIndexNameSessionRepository<?> stored && !(bean instanceof SparingSessions<?>)
                ? new SparingSessions<>(stored, new StoredSessions(sessions.getObject()))
                : bean;
    }
}

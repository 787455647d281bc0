package org.linli.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/**
 * Fails whoever asks the pool for a second connection while holding one, such as a query inside another's row mapper. As many requests
 * at once as the pool has connections would then wait for each other until they all give up. A transaction that suspends another one
 * says so on purpose and may.
 */
@Component
class OneConnectionAtATime implements BeanPostProcessor {

    private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return beanName.equals("dataSource") && bean instanceof DataSource pool ? new Watched(pool) : bean;
    }

    private static final class Watched extends DelegatingDataSource {

        private Watched(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (HELD.get() > 0 && !isSuspending()) {
                throw new IllegalStateException("a second connection, while this thread holds one");
            }
            Connection connection = super.getConnection();
            HELD.set(HELD.get() + 1);
            return watched(connection);
        }

        private static boolean isSuspending() {
            return StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getMethodName().equals("handleExistingTransaction")));
        }

        private static Connection watched(Connection connection) {
            boolean[] closed = {false};
            return (Connection) Proxy.newProxyInstance(
                    Watched.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("close") && !closed[0]) {
                            closed[0] = true;
                            HELD.set(HELD.get() - 1);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException failed) {
                            throw failed.getCause();
                        }
                    });
        }
    }
}

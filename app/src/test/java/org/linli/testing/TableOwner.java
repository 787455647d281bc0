package org.linli.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

/** Whoever owns the tables can change what the application only ever adds to: for tests of what a dishonest operator's change shows. */
public final class TableOwner {

    private TableOwner() {}

    /** @return how many rows were changed */
    public static int change(ApplicationContext context, String statement) throws SQLException {
        Environment settings = context.getEnvironment();
        try (Connection owner = DriverManager.getConnection(
                        settings.getRequiredProperty("spring.datasource.url"),
                        settings.getRequiredProperty("spring.flyway.user"),
                        settings.getRequiredProperty("spring.flyway.password"));
                Statement jdbc = owner.createStatement()) {
            return jdbc.executeUpdate(statement);
        }
    }
}

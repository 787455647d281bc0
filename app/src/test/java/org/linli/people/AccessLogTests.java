package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.testing.LinliTest;
import org.linli.testing.OwnDatabase;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class AccessLogTests {

    @Autowired
    AccessLog log;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update platform.access_log set reason = 'x'",
                "delete from platform.access_log",
                "truncate platform.access_log",
                "alter table platform.access_log add column x int",
                "alter table platform.access_log owner to linli_app",
                "drop table platform.access_log",
                "create rule r as on insert to platform.access_log do instead nothing",
                "set role linli_owner"
            })
    void theApplicationCannotChangeWhatWasLogged(String statement) throws SQLException {
        try (Connection connection = application();
                Statement jdbc = connection.createStatement()) {
            assertThatThrownBy(() -> jdbc.execute(statement))
                    .isInstanceOf(SQLException.class)
                    .satisfies(fault ->
                            assertThat(((SQLException) fault).getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void theApplicationCannotGiveItselfTheRight() throws SQLException {
        try (Connection connection = application();
                Statement jdbc = connection.createStatement()) {
            jdbc.execute("grant update, delete on platform.access_log to linli_app");
            try (var rows = jdbc.executeQuery(
                    "select has_table_privilege('linli_app', 'platform.access_log', 'update, delete, truncate')")) {
                rows.next();
                assertThat(rows.getBoolean(1)).isFalse();
            }
        }
    }

    @Test
    void whatWasLoggedCanBeRead() {
        log.record(new AccessLog.Act(424242L, null, "test.act", "thing", "7", "why", "a", "b"));

        assertThat(log.list(Long.MAX_VALUE, null, 424242L, 10))
                .first()
                .satisfies(entry -> assertThat(entry.act().objectId()).isEqualTo("7"));
    }

    private static Connection application() throws SQLException {
        OwnPostgres postgres = OwnDatabase.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(), OwnPostgres.APP, postgres.password(OwnPostgres.APP));
    }
}

package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.testing.LinliTest;
import org.linli.testing.OwnDatabase;

/** What a court may ask for can be added to and read by the application, and not changed by it in any way. */
@LinliTest
class AppendOnlyTests {

    private static final String NOT_ALLOWED = "42501";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "linli.ledger_leaf",
                "linli.ledger_head",
                "linli.public_head",
                "linli.standing_change",
                "linli.company_code_act",
                "linli.company_exit",
                "linli.owner_consent",
                "linli.owner_consent_withdrawal",
                "linli.community_end",
                "linli.community_duplicate",
                "linli.home_withdrawal",
                "linli.vote",
                "linli.vote_version",
                "linli.vote_item",
                "linli.vote_option",
                "linli.vote_state",
                "linli.vote_paper",
                "linli.vote_secret",
                "linli.roll_version",
                "linli.roll_root",
                "linli.roll_entry",
                "linli.roll_weight",
                "linli.roll_part",
                "linli.roll_challenge",
                "linli.roll_ruling",
                "linli.ballot",
                "linli.ballot_denial",
                "linli.ballot_ruling",
                "linli.ballot_annulment",
                "linli.vote_count",
                "linli.decision_outcome",
                "linli.count_witness",
                "linli.vote_objection",
                "linli.vote_objection_ruling",
                "linli.vote_scrutineer",
                "linli.decision_duty",
                "linli.decision_duty_done",
                "linli.proposal",
                "linli.proposal_signature",
                "linli.proposal_withdrawal",
                "linli.proposal_count",
                "linli.proposal_reached",
                "linli.proposal_call",
                "linli.proposal_end",
                "linli.voting_device",
                "linli.voting_device_withdrawal",
                "linli.committee_meeting",
                "linli.committee_topic",
                "linli.committee_meeting_void",
                "platform.access_log"
            })
    void theApplicationMayOnlyAddAndRead(String table) throws SQLException {
        try (Connection connection = application();
                Statement jdbc = connection.createStatement()) {
            String last = lastColumn(jdbc, table);
            for (String forbidden : new String[] {
                "update %s set %s = %s".formatted(table, last, last),
                "delete from " + table,
                "truncate " + table,
                "alter table " + table + " add column x int",
                "select 1 from " + table + " for update"
            }) {
                assertThatThrownBy(() -> jdbc.execute(forbidden))
                        .as(forbidden)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                fault -> assertThat(fault.getSQLState()).isEqualTo(NOT_ALLOWED));
            }
            jdbc.execute("grant update, delete on " + table + " to " + OwnPostgres.APP); // a warning, and no right
            assertThat(isAllowed(jdbc, table)).isFalse();
        }
    }

    private static boolean isAllowed(Statement jdbc, String table) throws SQLException {
        try (var rows = jdbc.executeQuery("select has_table_privilege('%s', '%s', 'update, delete, truncate')"
                .formatted(OwnPostgres.APP, table))) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private static String lastColumn(Statement jdbc, String table) throws SQLException {
        try (var rows = jdbc.executeQuery("select * from " + table + " limit 0")) {
            return rows.getMetaData().getColumnName(rows.getMetaData().getColumnCount());
        }
    }

    private static Connection application() throws SQLException {
        OwnPostgres postgres = OwnDatabase.postgres();
        return DriverManager.getConnection(postgres.jdbcUrl(), OwnPostgres.APP, postgres.password(OwnPostgres.APP));
    }
}

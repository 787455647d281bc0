package org.linli.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.linli.people.People;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;

/** Sessions have connections that do not wait for the disk, and are written once a minute at most; ballots' connections wait. */
@LinliTest
class SparingSessionsTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @SpringSessionDataSource
    DataSource sessions;

    @Test
    void onlySessionsDoNotWaitForTheDisk() {
        assertThat(waits(JdbcClient.create(sessions))).isEqualTo("off");
        assertThat(waits(jdbc)).isEqualTo("on");
    }

    private static String waits(JdbcClient connections) {
        return connections.sql("show synchronous_commit").query(String.class).single();
    }

    @Test
    void notesTheLastAccessOnceAMinute() {
        Visitor clerk = new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port);
        long signedIn = lastAccess(clerk);

        assertThat(clerk.get("/desk").statusCode()).isEqualTo(200);
        assertThat(lastAccess(clerk)).isEqualTo(signedIn);

        jdbc.sql(
                        "update platform.spring_session set last_access_time = last_access_time - 60000 where session_id = :id")
                .param("id", id(clerk))
                .update();
        assertThat(clerk.get("/desk").statusCode()).isEqualTo(200);
        assertThat(lastAccess(clerk)).isGreaterThanOrEqualTo(signedIn);
    }

    private long lastAccess(Visitor visitor) {
        return jdbc.sql("select last_access_time from platform.spring_session where session_id = :id")
                .param("id", id(visitor))
                .query(Long.class)
                .single();
    }

    private static String id(Visitor visitor) {
        return new String(Base64.getDecoder().decode(visitor.session()), StandardCharsets.UTF_8);
    }
}

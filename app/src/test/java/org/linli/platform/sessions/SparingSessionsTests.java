package org.linli.platform.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;

/** Sessions have connections that do not wait for the disk, and are written once a minute at most; ballots' connections wait. */
@LinliTest
class SparingSessionsTests {

    private static final int CROWD = 12;

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

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> repository;

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

    @Test
    void askedTogetherEachGetsTheirOwn() throws Exception {
        List<StaffMember> staff = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            staff.add(new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002"))));
        }
        List<Visitor> visitors =
                staff.stream().map(member -> member.signedIn(port)).toList();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                List<Future<String>> pages = visitors.stream()
                        .map(visitor ->
                                crowd.submit(() -> visitor.get("/account").body()))
                        .toList();
                for (int i = 0; i < CROWD; i++) {
                    assertThat(pages.get(i).get()).containsPattern(staff.get(i).username() + "(?![0-9])");
                }
            }
        }
    }

    @Test
    void whoWasSignedOutMeanwhileIsNotSignedInAgainByTheLastRequest() {
        keepsWhatIsChanged(repository);
    }

    private static <S extends Session> void keepsWhatIsChanged(FindByIndexNameSessionRepository<S> repository) {
        S made = repository.createSession();
        made.setAttribute("word", "first");
        repository.save(made);

        S read = found(repository, made.getId());
        assertThat(read.<String>getAttribute("word")).isEqualTo("first");
        read.setAttribute("word", "second");
        assertThat(read.<String>getAttribute("word")).isEqualTo("second");
        repository.save(read);

        S again = found(repository, made.getId());
        assertThat(again.<String>getAttribute("word")).isEqualTo("second");
        assertThat(again.getAttributeNames()).containsExactly("word");
        repository.deleteById(made.getId());
        again.setAttribute("word", "third");
        repository.save(again);
        assertThat(repository.findById(made.getId())).isNull();
    }

    private static <S extends Session> S found(FindByIndexNameSessionRepository<S> repository, String id) {
        return Objects.requireNonNull(repository.findById(id));
    }

    @Test
    void whatHasExpiredIsNotFound() {
        Visitor clerk = new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331002002")))
                .signedIn(port);
        jdbc.sql("""
                update platform.spring_session set last_access_time = last_access_time - 960000 where session_id = :id
                """).param("id", id(clerk)).update();
        assertThat(repository.findById(id(clerk))).isNull();
        assertThat(Visitor.location(clerk.get("/desk"))).startsWith("/sign-in");
    }

    @Test
    void aForgedIdIsNobodysAndReachesNoQuery() {
        for (String forged : List.of("", "\0\0\0", "x".repeat(36), UUID.randomUUID() + "\0", UUID.randomUUID() + "0")) {
            assertThat(repository.findById(forged)).as(forged).isNull();
        }
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

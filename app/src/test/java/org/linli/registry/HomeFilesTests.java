package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.HUANGYAN;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class HomeFilesTests {

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);
    private static final String DEED = "%PDF-1.7 a deed";

    @LocalServerPort
    int port;

    @Autowired
    Communities communities;

    @Autowired
    Homes homes;

    @Autowired
    HomeFiles files;

    @Autowired
    Divisions divisions;

    @Autowired
    BusinessTime business;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    CommunityId id;

    @BeforeEach
    void aHome() {
        id = Registered.community(communities, divisions);
        homes.addBuilding(id, "1幢", 6, 2, BUILT, CLERK);
        homes.addHome(
                id,
                new Homes.NewHome(1, "1", "101", "RESIDENCE", 8_950L, "REGISTER", "SOLD_UNDELIVERED"),
                BUILT,
                CLERK);
    }

    @Test
    void aChangeOfOwnersAndItsEvidenceAreOneAct() {
        assertThat(change("<script>alert(1)</script>")).isInstanceOf(Outcome.Refused.class);
        assertThat(owners()).isEmpty();

        assertThat(change(DEED)).isInstanceOf(Outcome.Stored.class);
        assertThat(owners()).hasSize(1);
        assertThat(files.list(id, 1, CITY))
                .singleElement()
                .satisfies(file -> assertThat(file.title()).isEqualTo("交接单"));

        assertThat(change(DEED + " again")).as("the form of an overtaken act").isInstanceOf(Outcome.Overtaken.class);
        assertThat(files.list(id, 1, CITY)).hasSize(1);
        assertThat(files.list(id, 1, HUANGYAN)).isEmpty();
    }

    @Test
    void aLookAtEvidenceIsLoggedWithItsReason() {
        change(DEED);

        assertThat(files.disclose(id, 1, 1, "核对产权", new Clerk(2, "外区", HUANGYAN, true)))
                .isEmpty();
        assertThat(files.disclose(id, 1, 2, "核对产权", CLERK)).isEmpty();
        assertThat(looks()).isZero();
        assertThat(files.disclose(id, 1, 1, "核对产权", CLERK)).isPresent();
        assertThat(looks()).isOne();
        assertThatThrownBy(
                        () -> jdbc.sql("delete from linli.home_file_disclosure").update())
                .hasRootCauseMessage("ERROR: permission denied for table home_file_disclosure");
        assertThatThrownBy(
                        () -> jdbc.sql("update linli.home_file set title = 'x'").update())
                .hasRootCauseMessage("ERROR: permission denied for table home_file");
    }

    @Test
    void comesAndGoesThroughThePages() throws Exception {
        Path paper = Files.writeString(folder.resolve("证.exe"), DEED);
        Visitor clerk = visitor("331002002");
        String home = "/registry/communities/" + id + "/homes/1";
        assertThat(clerk.get(home + "/owners").body()).contains("multipart/form-data", "type=\"file\"");
        assertThat(clerk.upload(home + "/files/new", "title", "不动产权证", paper).statusCode())
                .isEqualTo(303);

        assertThat(clerk.get(home).body()).contains("不动产权证");
        assertThat(clerk.get(home + "/files/1").body()).doesNotContain(DEED);
        assertThat(clerk.post(home + "/files/1", "reason", "").statusCode()).isEqualTo(422);
        assertThat(looks()).isZero();
        assertThat(clerk.post(home + "/files/1", "reason", "核对产权").body()).isEqualTo(DEED);
        assertThat(looks()).isOne();
        assertThat(clerk.get(home + "/files/2").statusCode()).isEqualTo(404);

        Visitor foreign = visitor("331003001");
        assertThat(foreign.get(home + "/files/1").statusCode()).isEqualTo(404);
        foreign.get("/account");
        assertThat(foreign.post(home + "/files/1", "reason", "x").statusCode()).isEqualTo(404);
    }

    private Outcome change(String content) {
        OwnerChange change = OwnerChange.read(
                new Fields(Map.of(
                        "cause", "DELIVERY",
                        "on", "2002-01-10",
                        "evidence", "交接单",
                        "form", "SOLE",
                        "owner1.name", "张三丰")),
                business.today());
        return files.changeOwners(
                id, 1, 0, change, new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)), CLERK);
    }

    private java.util.List<HomeLine.Owner> owners() {
        return homes.find(id, 1, business.today(), CITY).orElseThrow().owners();
    }

    private int looks() {
        return jdbc.sql("select count(*) from linli.home_file_disclosure where community_id = :id")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    private Visitor visitor(String street) {
        return new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode(street)))
                .signedIn(port);
    }
}

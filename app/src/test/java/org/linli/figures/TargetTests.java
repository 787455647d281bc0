package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** A yearly target stands beside the fact wherever the fact is told, and never enters it. */
@LinliTest
class TargetTests {

    private static final String COUNTY = "331022";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    /** The year is one that the demo city sets no target for. */
    @AfterEach
    void forgetTheTargets() {
        jdbc.sql("delete from linli.figure_target where year = 2022").update();
    }

    @Test
    void standsOnTheFiguresPageAndOnTheOverview() {
        try (Visitor http = county()) {
            HttpResponse<String> saved = set(http, COUNTY, "90.5");

            assertThat(Visitor.location(saved))
                    .isEqualTo("/figures/professional-coverage?division=" + COUNTY + "&asOf=2022-11-02");
            String figure = http.get(Visitor.location(saved)).body();
            assertThat(figure).containsPattern("目标 90.5 %，还差 \\d+").contains("value=\"90.5\"");
            assertThat(http.get("/figures?division=" + COUNTY + "&asOf=2022-11-02")
                            .body())
                    .containsPattern("目标 90.5 %，还差 \\d+");
            assertThat(http.get("/figures?division=3310&asOf=2022-11-02").body())
                    .containsPattern("目标 90.5 %，还差 \\d+");
            assertThat(http.get("/figures/professional-coverage?division=" + COUNTY + "&asOf=2023-11-02")
                            .body())
                    .doesNotContain("90.5");
        }
    }

    @Test
    void theFactStaysWhatItWas() {
        try (Visitor http = county()) {
            String question = "/api/v1/figures/professional-coverage?division=" + COUNTY + "&asOf=2022-11-02";
            String before = http.get(question).body();

            set(http, COUNTY, "1");

            assertThat(http.get(question).body()).isEqualTo(before);
            assertThat(http.get("/figures/professional-coverage?division=" + COUNTY + "&asOf=2022-11-02")
                            .body())
                    .contains("目标 1 %，已达到");
        }
    }

    @ParameterizedTest(name = "“{0}”")
    @CsvSource({"100.01", "120", "-1", "85.555", "many", "8５"})
    void isRefusedWhenItIsNoPercentage(String typed) {
        try (Visitor http = county()) {
            HttpResponse<String> refused = set(http, COUNTY, typed);

            assertThat(http.get(Visitor.location(refused)).body()).contains("“" + typed + "”不是 0 到 100 之间");
            assertThat(targets()).isZero();
        }
    }

    @Test
    void isNotSetForAnotherCountyNorByAStreet() {
        StaffMember clerk =
                new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331022001")));
        try (Visitor county = county();
                Visitor street = clerk.signedIn(port)) {
            assertThat(set(county, "331023", "90").statusCode()).isEqualTo(404);
            assertThat(set(county, "3310", "90").statusCode()).isEqualTo(404);
            assertThat(set(street, "331022001", "90").statusCode()).isEqualTo(403);
            assertThat(targets()).isZero();
            assertThat(county.get("/figures/professional-coverage?division=" + COUNTY)
                            .body())
                    .contains("name=\"percent\"");
            assertThat(street.get("/figures/professional-coverage?division=331022001")
                            .body())
                    .doesNotContain("name=\"percent\"");
        }
    }

    private long targets() {
        return jdbc.sql("select count(*) from linli.figure_target where year = 2022")
                .query(Long.class)
                .single();
    }

    private Visitor county() {
        return new StaffMember(people, time, Role.COUNTY, new Scope.OfDivision(new DivisionCode(COUNTY)))
                .signedIn(port);
    }

    private static HttpResponse<String> set(Visitor http, String division, String percent) {
        http.get("/account");
        return http.post(
                "/figures/professional-coverage/targets/" + division,
                "year",
                "2022",
                "percent",
                percent,
                "asOf",
                "2022-11-02");
    }
}

package org.linli.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
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

/** A date that cannot be read is never quietly replaced: the page says so and keeps the field as typed. */
@LinliTest
class AskedDatesTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/figures?asOf=2023-02-30, 2023-02-30",
        "/figures?asOf=yesterday, yesterday",
        "/figures/communities?asOf=20231102, 20231102",
        "/figures/communities?since=never, never"
    })
    void aPublicPageSaysThatADateIsNone(String path, String typed) {
        try (Visitor http = new Visitor(port)) {
            HttpResponse<String> answer = http.get(path);

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("“" + typed + "”不是日期").contains("value=\"" + typed + "\"");
        }
    }

    @Test
    void aPublicPageSaysThatADayIsStillToCome() {
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/figures?asOf=2199-01-01").body()).contains("“2199-01-01”还没有到");
        }
    }

    @Test
    void itSaysSoInEnglishToo() {
        try (Visitor http = new Visitor(port)) {
            http.get("/language?to=en");

            assertThat(http.get("/figures?knownAt=noon").body()).contains("“noon” is no time that knownAt understands");
        }
    }

    @Test
    void whatIsTypedIsNeverMarkup() {
        try (Visitor http = new Visitor(port)) {
            assertThat(http.get("/figures?asOf=%3Cb%3Ex").body())
                    .contains("&lt;b&gt;x")
                    .doesNotContain("<b>x");
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "/registry/communities?asOf=31.12.2023, “31.12.2023”不是日期",
        "/registry/communities?knownAt=noon, “noon”",
        "/desk?asOf=x, “x”不是日期"
    })
    void aDeskPageSaysSoToo(String path, String words) {
        StaffMember clerk = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        try (Visitor http = clerk.signedIn(port)) {
            assertThat(http.get(path).body()).contains(words);
        }
    }

    @Test
    void aSoundDateIsAnsweredWithoutAWord() {
        try (Visitor http = new Visitor(port)) {
            HttpResponse<String> answer = http.get("/figures?asOf=2023-11-02&knownAt=2023-11-02");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).doesNotContain("role=\"alert\"").contains("value=\"2023-11-02\"");
        }
    }
}

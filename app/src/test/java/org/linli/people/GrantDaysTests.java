package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

@LinliTest
class GrantDaysTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime real;

    @Autowired
    BusinessTime business;

    private Visitor county = new Visitor(0);
    private AccountId worker = new AccountId(1);

    @BeforeEach
    void aCountyClerkAndAStreetClerk() {
        county = staff(Role.COUNTY, "331002").signedIn(port);
        worker = new AccountId(staff(Role.STREET, "331002002").account());
        county.get("/accounts/" + worker);
    }

    private StaffMember staff(Role role, String division) {
        return new StaffMember(people, real, role, new Scope.OfDivision(new DivisionCode(division)));
    }

    @Test
    void aDayThatIsNotInTheCalendarComesBackAsTyped() {
        HttpResponse<String> answer = grant("331002003", "2023-02-30", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("PEO-008", "2023-02-30", "331002003");
        assertThat(people.listGrants(worker)).hasSize(1);
    }

    @Test
    void aGrantThatWouldBeOverAlreadyIsRefused() {
        LocalDate yesterday = business.today().minusDays(1);

        assertThat(grant("331002003", "2023-01-01", yesterday.toString()).body())
                .contains("PEO-007");
        assertThat(people.listGrants(worker)).hasSize(1);
    }

    @Test
    void aGrantThatEndsCanBeFollowedByTheNext() {
        LocalDate today = business.today();
        assertThat(grant("331002003", today.toString(), today.plusDays(9).toString())
                        .statusCode())
                .isEqualTo(303);

        assertThat(grant("331002003", today.plusDays(9).toString(), "").body()).contains("PEO-005");
        assertThat(grant("331002003", today.plusDays(10).toString(), "").statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> grant(String scope, String from, String until) {
        return county.post(
                "/accounts/" + worker + "/grants", "role", "STREET", "scope", scope, "from", from, "until", until);
    }
}

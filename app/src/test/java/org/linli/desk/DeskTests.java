package org.linli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
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

/** What the desk says to whom. */
@LinliTest
class DeskTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aLineSaysWhatOfWhomWhereUntilWhenAndWhoseClockItIs() {
        String desk = desk(Role.CITY, "3310", "zh");

        assertThat(desk)
                .contains("决定续聘或另聘：")
                .contains("时限归业主委员会或物管会")
                .contains("核实基础信息：")
                .contains("从未核实，请尽快核实")
                .contains("时限归街道（乡镇）")
                .doesNotContain("没有期限");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"zh, 目标 85 %", "en, target 85 %"})
    void theFooterHoldsTheAreaAgainstItsTargetWithoutUselessZeros(String language, String target) {
        assertThat(desk(Role.CITY, "3310", language)).contains(target).doesNotContain("85.00");
    }

    @Test
    void aStreetWithoutATargetOfItsOwnIsHeldAgainstTheCitys() {
        assertThat(desk(Role.STREET, "331002002", "zh")).contains("目标 85 %");
    }

    @Test
    void anEmptyDeskSaysWhatComesNextAndWhen() {
        String street = jdbc.sql("""
                select substr(c.division_code, 1, 9) street
                from linli.community_version c join linli.engagement_version e using (community_id)
                where c.superseded_at is null and c.valid_to is null and e.superseded_at is null and e.valid_to is null
                  and e.kind in ('PROFESSIONAL', 'ZONE')
                group by 1
                having bool_and(e.service_start_on is not null and coalesce(c.verified_on >= date '2022-12-01', false))
                order by 1 limit 1
                """).query(String.class).single();

        assertThat(desk(Role.STREET, street, "zh"))
                .contains("现在没有等您办理的事项")
                .containsPattern("20\\d\\d-\\d\\d-\\d\\d 起：\\s*<a href=\"/registry/communities/\\d+\">核实基础信息：");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "zh, 现在可以做的, 证明这是您的家, 只说明手机号是您的",
        "en, What you can do now, Prove that this is your home, only shows that the phone is yours"
    })
    void anOwnerIsToldWhatCanBeDoneAndWhatCannot(String language, String now, String later, String proof) {
        long community = jdbc.sql("select min(community_id) from linli.community_version")
                .query(Long.class)
                .single();
        StaffMember owner =
                new StaffMember(people, time, Role.OWNER, new Scope.OfCommunity(new CommunityId(community)));
        try (Visitor http = owner.signedIn(port)) {
            http.get("/language?to=" + language);
            assertThat(Visitor.location(http.get("/desk"))).isEqualTo("/my");
            String page = http.get("/my").body();

            assertThat(page).contains(now, later, proof, "/communities/" + community + "/poster");
            assertThat(page).doesNotContain("desk-columns");
        }
    }

    private String desk(Role role, String division, String language) {
        StaffMember somebody = new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode(division)));
        try (Visitor http = somebody.signedIn(port)) {
            http.get("/language?to=" + language);
            return http.get("/desk").body();
        }
    }
}

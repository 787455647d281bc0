package org.linli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
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

    @Autowired
    Messages messages;

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

    @Test
    void theFilterNarrowsByKindDayAndPlace() {
        StaffMember city = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        try (Visitor http = city.signedIn(port)) {
            assertThat(http.get("/desk?kind=todo.contract-ends").body())
                    .contains("决定续聘或另聘：")
                    .doesNotContain("核实基础信息：");
            assertThat(http.get("/desk?due=OVERDUE").body()).contains("已逾期，应在").doesNotContain(" 前办完\n", "从未核实，请尽快核实");
            assertThat(http.get("/desk?division=331002").body()).contains("椒江区").doesNotContain("figure-note\">黄岩区");
            assertThat(http.get("/desk?division=331002&kind=nothing&due=never").body())
                    .contains("核实基础信息：");
        }
    }

    @Test
    void aStreetOpensTheFormOfTheActFromTheRow() {
        String street = jdbc.sql("""
                select substr(c.division_code, 1, 9) from linli.community_version c
                join linli.engagement_version e using (community_id)
                where c.superseded_at is null and c.valid_to is null and e.superseded_at is null and e.valid_to is null
                  and e.kind = 'PROFESSIONAL' and e.service_start_on is null order by 1 limit 1
                """).query(String.class).single();
        StaffMember clerk = new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode(street)));
        try (Visitor http = clerk.signedIn(port)) {
            Matcher form = Pattern.compile("href=\"(/registry/communities/\\d+/engagements/\\d+/start)\"")
                    .matcher(http.get("/desk").body());

            assertThat(form.find()).isTrue();
            assertThat(http.get(form.group(1)).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aMessageIsMarkedAsReadByItsButton() {
        StaffMember clerk = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        messages.send(Message.toAccount(clerk.account(), "新的事项", "请看"));
        try (Visitor http = clerk.signedIn(port)) {
            Matcher button = Pattern.compile("name=\"message\" value=\"(\\d+)\"")
                    .matcher(http.get("/desk").body());
            assertThat(button.find()).isTrue();

            http.post("/account/messages/seen", "message", button.group(1));

            assertThat(http.get("/desk").body()).doesNotContain("新的事项");
        }
    }

    @Test
    void aColleagueWithTheSameGrantStandsInAndNobodyElse() {
        Scope street = new Scope.OfDivision(new DivisionCode("331082001"));
        StaffMember absent = new StaffMember(people, time, Role.STREET, street);
        StaffMember deputy = new StaffMember(people, time, Role.CITY, new Scope.OfDivision(new DivisionCode("3310")));
        people.grantUnchecked(deputy.account(), Role.STREET, street, java.time.LocalDate.of(2023, 1, 1));
        StaffMember other =
                new StaffMember(people, time, Role.STREET, new Scope.OfDivision(new DivisionCode("331082002")));
        String name = "测试员" + absent.username();
        try (Visitor leaving = absent.signedIn(port);
                Visitor standing = deputy.signedIn(port)) {
            leaving.get("/desk/stand-in");
            assertThat(stand(leaving, other, "2023-11-01", "2023-12-20").statusCode())
                    .isEqualTo(422);
            assertThat(stand(leaving, deputy, "2023-12-20", "2023-11-01").statusCode())
                    .isEqualTo(422);
            assertThat(stand(leaving, deputy, "2023-11-01", "2024-12-20").statusCode())
                    .isEqualTo(422);
            assertThat(standing.get("/desk").body()).doesNotContain(name);

            assertThat(stand(leaving, deputy, "2023-11-01", "2023-12-20").statusCode())
                    .isEqualTo(303);

            assertThat(leaving.get("/desk").body()).contains("测试员" + deputy.username() + " 代理");
            String desk = standing.get("/desk").body();
            assertThat(desk).contains("代 " + name + " 办理", "临海市");
            assertThat(stand(leaving, deputy, "2023-11-05", "2023-11-06").statusCode())
                    .isEqualTo(422);

            Matcher leave = Pattern.compile("name=\"leave\" value=\"(\\d+)\"")
                    .matcher(leaving.get("/desk").body());
            assertThat(leave.find()).isTrue();
            assertThat(standing.post("/desk/stand-in/end", "leave", leave.group(1))
                            .statusCode())
                    .isEqualTo(404);
            leaving.get("/desk");
            assertThat(leaving.post("/desk/stand-in/end", "leave", leave.group(1))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(standing.get("/desk").body()).doesNotContain(name);
        }
    }

    private static HttpResponse<String> stand(Visitor leaving, StaffMember deputy, String from, String to) {
        return leaving.post("/desk/stand-in", "deputy", Long.toString(deputy.account()), "from", from, "to", to);
    }

    private String desk(Role role, String division, String language) {
        StaffMember somebody = new StaffMember(people, time, role, new Scope.OfDivision(new DivisionCode(division)));
        try (Visitor http = somebody.signedIn(port)) {
            http.get("/language?to=" + language);
            return http.get("/desk").body();
        }
    }
}

package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.linli.testing.SentCodes;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class SignInTests {

    private static final String PASSWORD = "quiet river under seven pines";
    private static final byte[] TOTP = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final AtomicInteger PHONES = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Outbox outbox;

    @Autowired
    RealTime time;

    @BeforeEach
    void knowTheDivisions() {
        jdbc.sql("""
                insert into linli.division (code, name, parent, pinyin) values
                    ('33', '浙江省', null, 'zhejiangsheng'), ('3310', '台州市', '33', 'taizhoushi'),
                    ('331002', '椒江区', '3310', 'jiaojiangqu'), ('331003', '黄岩区', '3310', 'huangyanqu'),
                    ('331002002', '白云街道', '331002', 'baiyunjiedao'), ('331003001', '东城街道', '331003', 'dongchengjiedao')
                on conflict do nothing
                """).update();
    }

    @Test
    void staffNeedPasswordAndAuthenticatorAndGetANewSession() {
        String username = staff(Role.COUNTY, "331002");
        try (Visitor visitor = new Visitor(port)) {
            visitor.get("/sign-in?way=staff");
            String before = visitor.session();
            visitor.post("/sign-in/staff", "username", username, "password", PASSWORD);
            String half = visitor.session();

            assertThat(Visitor.location(visitor.get("/account"))).startsWith("/sign-in");
            visitor.get("/sign-in/second-factor");
            HttpResponse<String> entered = visitor.post("/sign-in/second-factor", "code", code(0), "next", "/account");

            assertThat(Visitor.location(entered)).isEqualTo("/account");
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
            assertThat(visitor.session()).isNotEqualTo(before).isNotEqualTo(half);
            assertThat(half).isNotEqualTo(before);
        }
    }

    @Test
    void anAuthenticatorCodeWorksOnce() {
        String username = staff(Role.COUNTY, "331002");
        String code = code(0);
        try (Visitor first = new Visitor(port);
                Visitor second = new Visitor(port)) {
            assertThat(first.signIn(username, PASSWORD, code).statusCode()).isEqualTo(303);
            assertThat(second.signIn(username, PASSWORD, code).statusCode()).isEqualTo(422);
            assertThat(Visitor.location(second.get("/account"))).startsWith("/sign-in");
        }
    }

    @Test
    void fiveWrongPasswordsLockEvenAgainstTheRightOneAndLookLikeAnUnknownName() {
        String username = staff(Role.COUNTY, "331002");
        try (Visitor visitor = new Visitor(port)) {
            String wrong = "";
            for (int i = 0; i < 5; i++) {
                visitor.get("/sign-in?way=staff");
                wrong = alert(visitor.post("/sign-in/staff", "username", username, "password", "wrong " + i));
            }
            HttpResponse<String> right = visitor.post("/sign-in/staff", "username", username, "password", PASSWORD);
            HttpResponse<String> unknown =
                    visitor.post("/sign-in/staff", "username", "no-such-person", "password", PASSWORD);

            assertThat(right.statusCode()).isEqualTo(422);
            assertThat(alert(right)).isEqualTo(wrong).isEqualTo(alert(unknown)).isNotEmpty();
        }
    }

    @Test
    void wrongAuthenticatorCodesLockAndTheRightPasswordForgivesNone() {
        String username = staff(Role.COUNTY, "331002");
        try (Visitor visitor = new Visitor(port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(visitor.signIn(username, PASSWORD, "00000x").statusCode())
                        .isEqualTo(422);
            }

            assertThat(visitor.signIn(username, PASSWORD, code(0)).statusCode()).isNotEqualTo(303);
        }
    }

    @Test
    void aPhoneCodeRegistersWorksOnceAndOnlyAfterItWasRight() {
        String phone = phone();
        try (Visitor visitor = new Visitor(port)) {
            askForCode(visitor, phone);
            String code = sentCode(phone);
            String wrong = code.equals("000000") ? "000001" : "000000";
            assertThat(visitor.post("/sign-in/code", "code", wrong).statusCode())
                    .isEqualTo(422);
            String before = visitor.session();
            assertThat(Visitor.location(visitor.post("/sign-in/code", "code", code, "next", "/account")))
                    .isEqualTo("/account");
            assertThat(visitor.session()).isNotEqualTo(before);
            assertThat(visitor.get("/account").body()).contains("****" + phone.substring(7));
        }
        try (Visitor replay = new Visitor(port)) {
            String used = sentCode(phone);
            askForCode(replay, phone);
            assertThat(replay.post("/sign-in/code", "code", used.equals(sentCode(phone)) ? "x" : used)
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aPhoneCodeIsGoneAfterFiveWrongTries() {
        String phone = phone();
        try (Visitor visitor = new Visitor(port)) {
            askForCode(visitor, phone);
            for (int i = 0; i < 5; i++) {
                visitor.post("/sign-in/code", "code", "wrong");
            }

            assertThat(visitor.post("/sign-in/code", "code", sentCode(phone)).statusCode())
                    .isEqualTo(422);
        }
    }

    @Test
    void aSixthCodeWithinTheHourIsNotSent() {
        String phone = phone();
        try (Visitor visitor = new Visitor(port)) {
            for (int i = 0; i < 5; i++) {
                assertThat(askForCode(visitor, phone).statusCode()).isEqualTo(303);
            }

            assertThat(askForCode(visitor, phone).statusCode()).isEqualTo(429);
        }
    }

    @Test
    void peopleWhoShareAPhoneChooseAndNobodyElseCanBeChosen() {
        String phone = phone();
        long mother = people.createPhoneUser("共用甲", "+86" + phone, true);
        long son = people.createPhoneUser("共用乙", "+86" + phone, true);
        long stranger = people.createPhoneUser("路人", "+86" + phone(), true);
        try (Visitor visitor = new Visitor(port)) {
            askForCode(visitor, phone);
            assertThat(Visitor.location(visitor.post("/sign-in/code", "code", sentCode(phone))))
                    .isEqualTo("/sign-in/person");
            assertThat(visitor.get("/sign-in/person").body())
                    .contains("共用甲", "共用乙")
                    .contains("value=\"" + mother + "\"")
                    .doesNotContain("路人");
            assertThat(Visitor.location(visitor.post("/sign-in/person", "account", Long.toString(stranger))))
                    .isEqualTo("/sign-in/person");
            visitor.post("/sign-in/person", "account", Long.toString(son));
            assertThat(visitor.get("/account").body()).contains("共用乙");
        }
    }

    @Test
    void anEndedGrantStopsAtOnceAndTheOtherHatRemains() {
        String username = staff(Role.COUNTY, "331002");
        long id = id(username);
        people.grantUnchecked(id, Role.STREET, division("331003001"), LocalDate.of(2020, 1, 1));
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn(username, PASSWORD, code(0));
            assertThat(visitor.get("/accounts").statusCode()).isEqualTo(200);

            people.endUnchecked(id, Role.COUNTY, division("331002"));
            assertThat(visitor.get("/account").body())
                    .doesNotContain("县（市、区）主管部门")
                    .contains("街道");
            people.endUnchecked(id, Role.STREET, division("331003001"));
            assertThat(Visitor.location(visitor.get("/account"))).startsWith("/sign-in");
        }
    }

    @Test
    void switchesHatsAndRefusesAForeignOne() {
        String username = staff(Role.COUNTY, "331002");
        people.grantUnchecked(id(username), Role.AGENCY, division("331003"), LocalDate.of(2020, 1, 1));
        GrantId agency = people.listHats(new AccountId(id(username))).getLast().id();
        GrantId foreign = people.listHats(new AccountId(id(staff(Role.CITY, "3310"))))
                .getFirst()
                .id();
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn(username, PASSWORD, code(0));
            visitor.get("/hat");
            assertThat(visitor.post("/hat", "grant", foreign.toString()).statusCode())
                    .isEqualTo(404);
            visitor.get("/hat");
            assertThat(Visitor.location(visitor.post("/hat", "grant", agency.toString(), "next", "//evil.example")))
                    .isEqualTo("/");
            assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void signsOutEverywhereElseAndHere() {
        String username = staff(Role.COUNTY, "331002");
        try (Visitor here = new Visitor(port);
                Visitor there = new Visitor(port)) {
            there.signIn(username, PASSWORD, code(0));
            here.signIn(username, PASSWORD, code(1));
            here.get("/account");
            here.post("/account/sessions/end-others");
            assertThat(Visitor.location(there.get("/account"))).startsWith("/sign-in");
            assertThat(here.get("/account").statusCode()).isEqualTo(200);

            try (Visitor thief = here.copy()) {
                assertThat(thief.get("/account").statusCode()).isEqualTo(200);
                here.post("/sign-out");
                assertThat(Visitor.location(thief.get("/account"))).startsWith("/sign-in");
            }
        }
    }

    @Test
    void aPostWithoutTheTokenIsRefused() {
        try (Visitor visitor = new Visitor(port)) {
            assertThat(visitor.post("/sign-in/phone", "phone", "13800000000").statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void threeAdministratorsAreThreeAccountsForLife() {
        long id = people.createStaff("sys-" + unique(), "系统", PASSWORD, TOTP, true);
        people.grantUnchecked(id, Role.SYSTEM_ADMIN, new Scope.OfPlatform(), LocalDate.of(2020, 1, 1));

        assertThatThrownBy(
                        () -> people.grantUnchecked(id, Role.AUDITOR, new Scope.OfPlatform(), LocalDate.of(2020, 1, 1)))
                .hasMessageContaining("PEO-003");
        people.endUnchecked(id, Role.SYSTEM_ADMIN, new Scope.OfPlatform());
        assertThatThrownBy(() -> people.grantUnchecked(id, Role.CITY, division("3310"), LocalDate.of(2020, 1, 1)))
                .hasMessageContaining("PEO-003");
    }

    @Test
    void aStaffRoleNeedsTwoFactors() {
        long id = people.createPhoneUser("某人", "+86" + phone(), true);

        assertThatThrownBy(
                        () -> people.grantUnchecked(id, Role.STREET, division("331002002"), LocalDate.of(2020, 1, 1)))
                .hasMessageContaining("PEO-004");
    }

    @Test
    void aCountyMakesAStreetAccountWhichSetsItselfUpAndReachesNothingBeyond() {
        String county = staff(Role.COUNTY, "331002");
        String username = "street-" + unique();
        String link;
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn(county, PASSWORD, code(0));
            visitor.get("/accounts/new");
            HttpResponse<String> beyond = visitor.post(
                    "/accounts", "name", "甲", "username", username, "role", "STREET", "scope", "331003001");
            assertThat(beyond.statusCode()).isEqualTo(422);
            assertThat(beyond.body()).contains("PEO-001");
            HttpResponse<String> made = visitor.post(
                    "/accounts", "name", "甲", "username", username, "role", "STREET", "scope", "331002002");
            assertThat(made.body()).contains("/sign-in/set-up?token=");
            link = found(made.body(), "(/sign-in/set-up\\?token=[0-9a-f]{64})");
            assertThat(visitor.get("/accounts/" + id(username)).statusCode()).isEqualTo(200);
            assertThat(visitor.get("/accounts/" + id(staff(Role.COUNTY, "331003")))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(visitor.get("/accounts/999999999").statusCode()).isEqualTo(404);
        }
        try (Visitor street = new Visitor(port)) {
            street.get(link);
            String token = link.substring(link.indexOf('=') + 1);
            assertThat(street.post("/sign-in/set-up", "token", token, "password", "short", "again", "short")
                            .statusCode())
                    .isEqualTo(422);
            street.post("/sign-in/set-up", "token", token, "password", PASSWORD, "again", PASSWORD);
            assertThat(street.get(link).body()).doesNotContain("name=\"password\"");
            street.get("/sign-in?way=staff");
            assertThat(Visitor.location(street.post("/sign-in/staff", "username", username, "password", PASSWORD)))
                    .isEqualTo("/sign-in/enrol");
            String secret = found(street.get("/sign-in/enrol").body(), "data-secret>([A-Z2-7 ]+)<");
            String code = Totp.code(base32(secret.replace(" ", "")), Totp.step(time.now()));
            assertThat(Visitor.location(street.post("/sign-in/enrol", "code", code, "next", "/account")))
                    .isEqualTo("/account");
            assertThat(street.get("/account").body()).contains("街道");
        }
    }

    @Test
    void administratorsSeeTheirOwnPagesAndNoOthers() {
        String auditor = staff(Role.AUDITOR, "");
        String system = staff(Role.SYSTEM_ADMIN, "");
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn(auditor, PASSWORD, code(0));
            assertThat(visitor.get("/audit").body()).contains("sign-in");
            assertThat(visitor.get("/audit?day=2020-01-01").body()).contains("没有符合条件的记录");
            assertThat(visitor.get("/system").statusCode()).isEqualTo(403);
            assertThat(visitor.get("/accounts").statusCode()).isEqualTo(403);
        }
        try (Visitor visitor = new Visitor(port)) {
            visitor.signIn(system, PASSWORD, code(0));
            assertThat(visitor.get("/system").body()).contains("linli_app", "数据库角色分立");
            assertThat(visitor.get("/audit").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void everyPageSpeaksEnglishToo() {
        try (Visitor visitor = new Visitor(port)) {
            visitor.get("/language?to=en&back=/sign-in");
            visitor.signIn(staff(Role.COUNTY, "331002"), PASSWORD, code(0));
            for (String path :
                    new String[] {"/sign-in", "/account", "/hat", "/accounts", "/accounts/new", "/demo/outbox"}) {
                HttpResponse<String> answer = visitor.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(answer.body()).as(path).contains("lang=\"en\"");
            }
        }
    }

    private String staff(Role role, String scope) {
        String username = "user-" + unique();
        long id = people.createStaff(username, "测试员", PASSWORD, TOTP, true);
        people.grantUnchecked(id, role, Scope.of(role, scope), LocalDate.of(2020, 1, 1));
        usernames.put(username, id);
        return username;
    }

    private final java.util.Map<String, Long> usernames = new java.util.HashMap<>();

    @Autowired
    AccountStore accounts;

    private long id(String username) {
        return Optional.ofNullable(usernames.get(username))
                .orElseGet(() ->
                        accounts.findByUsername(username).orElseThrow().id().value());
    }

    private static Scope division(String code) {
        return new Scope.OfDivision(new DivisionCode(code));
    }

    private String code(int ahead) {
        return Totp.code(TOTP, Totp.step(time.now()) + ahead);
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private static String phone() {
        return "1381234%04d".formatted(PHONES.incrementAndGet());
    }

    private static HttpResponse<String> askForCode(Visitor visitor, String phone) {
        visitor.get("/sign-in");
        HttpResponse<String> answer = visitor.post("/sign-in/phone", "phone", phone);
        visitor.get("/sign-in/code");
        return answer;
    }

    private String sentCode(String phone) {
        return SentCodes.latest(outbox, "+86" + phone);
    }

    private static String alert(HttpResponse<String> answer) {
        return found(answer.body(), "alert-danger\" role=\"alert\">([^<]+)<");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static byte[] base32(String text) {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        int buffer = 0;
        int bits = 0;
        for (char c : text.toCharArray()) {
            buffer = buffer << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(buffer >> bits & 0xff);
                buffer &= (1 << bits) - 1;
            }
        }
        return bytes.toByteArray();
    }
}

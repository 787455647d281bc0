package org.linli.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.divisions.Divisions;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.registry.Communities;
import org.linli.registry.Registered;
import org.linli.registry.Specialists;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A list holds the rows of the viewer's scope, each of them and no other; an id in a form opens no more than one in a path. */
@LinliTest
class ForeignListsTests {

    private static final Pattern TOTAL = Pattern.compile("共 ([\\d,]+) (?:条|次)");
    private static final Pattern SESSION = Pattern.compile("name=\"session\" value=\"([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Autowired
    RealTime time;

    @Autowired
    BusinessTime business;

    @Autowired
    Communities communities;

    @Autowired
    Specialists specialists;

    @Autowired
    Divisions divisions;

    @TempDir
    Path folder;

    private Ground ground() {
        return new Ground(jdbc, people, time);
    }

    private Visitor viewer(Role role) {
        return Viewers.on(ground(), port).of(role);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {
                "CITY",
                "COUNTY",
                "STREET",
                "COMMUNITY_WORKER",
                "SPECIALIST",
                "COMPANY",
                "PROJECT_MANAGER",
                "COMMITTEE",
                "PMC"
            })
    void theRegistryListsTheCommunitiesOfTheScope(Role role) throws IOException {
        List<String> expected = codes(role);
        Visitor http = viewer(role);

        assertThat(expected).isNotEmpty();
        assertThat(total(http, "/registry/communities")).isEqualTo(expected.size());
        assertThat(column(http, "/registry/communities.xlsx", 0)).containsExactlyInAnyOrderElementsOf(expected);
        if (Viewers.on(ground(), port).scopeOf(role) instanceof Scope.OfDivision(var division)) {
            assertThat(http.json("/api/v1/figures/communities/rows?limit=1&division=" + division)
                            .get("total")
                            .asLong())
                    .isEqualTo(expected.size());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "CITY, engagements",
        "STREET, engagements",
        "COMPANY, engagements",
        "COMMITTEE, engagements",
        "COUNTY, committees",
        "STREET, committees",
        "CITY, specialists",
        "STREET, specialists"
    })
    void theListsOfTheRegistryHoldTheRowsOfTheScope(Role role, String list) throws IOException {
        aCommunityWithBodyAndSpecialist();
        List<String> expected = within(
                role,
                switch (list) {
                    case "engagements" -> """
                    select v.name from linli.engagement_version t join linli.community_version v using (community_id)
                    where v.superseded_at is null and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                      and t.superseded_at is null and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                    """;
                    case "committees" -> """
                    select v.name from linli.committee t join linli.community_version v using (community_id)
                    where v.superseded_at is null and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                      and t.superseded_at is null and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                    """;
                    default -> """
                    select v.name from linli.specialist t join linli.community_version v using (community_id)
                    where v.superseded_at is null and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day)
                      and t.superseded_at is null and t.appointed_on <= :day
                    """;
                });
        Visitor http = viewer(role);

        assertThat(expected).isNotEmpty();
        assertThat(total(http, "/registry/" + list)).isEqualTo(expected.size());
        assertThat(column(http, "/registry/" + list + ".xlsx", 0)).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** The demo city has neither bodies nor specialists in its rows. */
    private void aCommunityWithBodyAndSpecialist() {
        CommunityId id = Registered.community(communities, divisions);
        specialists.appoint(id, "专员", "S1", false, null, Registered.DAY, Registered.CLERK);
        jdbc.sql("""
                insert into linli.committee (community_id, committee_no, version_no, kind, decided_on, term_from, term_to, agreed_size,
                    valid_from, recorded_at, recorded_by, act, reason)
                values (:id, 1, 1, 'COMMITTEE', :day, :day, date '2027-01-01', 5, :day, now(), '测试员', 'CHANGE', '测试')
                """).param("id", id.value()).param("day", Registered.DAY).update();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COUNTY", "STREET", "COMMUNITY_WORKER", "SPECIALIST", "PROJECT_MANAGER", "COMMITTEE", "PMC"})
    void aFilterOpensNothingBeyondTheScope(Role role) throws IOException {
        String foreign = "?division=" + Ground.FOREIGN_COUNTY;

        assertThat(total(viewer(role), "/registry/communities" + foreign)).isZero();
        assertThat(column(viewer(role), "/registry/communities.xlsx" + foreign, 0))
                .isEmpty();
        assertThat(total(viewer(Role.CITY), "/registry/communities" + foreign)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CITY", "COUNTY", "STREET", "COMMUNITY_WORKER", "COMMITTEE", "PMC"})
    void theCalendarListsTheVotesOfTheScope(Role role) throws IOException {
        KindSamples.all().stream().filter(kind -> kind.kind().equals("vote")).forEach(kind -> kind.ids(ground()));
        List<String> expected = votes(role);

        assertThat(expected).isNotEmpty();
        assertThat(total(viewer(role), "/desk/votes")).isEqualTo(expected.size());
        assertThat(column(viewer(role), "/desk/votes.xlsx", 2)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "COMMITTEE, /desk/notices/new, place",
        "STREET, /desk/notices/new, place",
        "PMC, /desk/votes/new, community",
        "STREET, /desk/votes/new, community",
        "COUNTY, /imports, community"
    })
    void anIdInAFormIsNoMoreThanAnUnknownOne(Role role, String path, String field) throws IOException {
        boolean byCode = path.equals("/imports");
        String own = id(Ground.STREET, byCode);
        String foreign = id(Ground.FOREIGN_STREET, byCode);
        String unknown = byCode ? foreign.replaceAll(".$", "") + "X" : Ground.NEVER_GIVEN;

        HttpResponse<String> unknownAnswer = send(role, path, field, unknown);
        HttpResponse<String> foreignAnswer = send(role, path, field, foreign);
        HttpResponse<String> ownAnswer = send(role, path, field, own);

        assertThat(said(foreignAnswer, foreign)).isEqualTo(said(unknownAnswer, unknown));
        assertThat(said(ownAnswer, own)).isNotEqualTo(said(unknownAnswer, unknown));
    }

    private String id(DivisionCode street, boolean byCode) {
        String id = ground().communityOf(street);
        return byCode
                ? jdbc.sql("select code from linli.community where community_id = :id")
                        .param("id", Long.parseLong(id))
                        .query(String.class)
                        .single()
                : id;
    }

    @Test
    void nobodyWearsTheHatOfAnother() {
        Visitor street = viewer(Role.STREET);
        String foreign = ground().grantOf(ground().staffOf(Role.STREET, Ground.FOREIGN_STREET));

        HttpResponse<String> taken = street.post("/hat", "grant", foreign);
        HttpResponse<String> unknown = street.post("/hat", "grant", Ground.NEVER_GIVEN);

        assertThat(taken.statusCode()).isEqualTo(404);
        assertThat(said(taken, foreign)).isEqualTo(said(unknown, Ground.NEVER_GIVEN));
        assertThat(total(street, "/registry/communities"))
                .isEqualTo(codes(Role.STREET).size());
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        StaffMember clerk = new StaffMember(people, time, Role.COUNTY, new Scope.OfDivision(Ground.COUNTY));
        try (Visitor atDesk = clerk.signedIn(port);
                Visitor atHome = clerk.signedInAgain(port)) {
            Matcher session = SESSION.matcher(atHome.get("/account").body());
            assertThat(session.find()).as("the other session stands in a form").isTrue();

            viewer(Role.STREET).post("/account/sessions/end", "session", session.group(1));
            assertThat(atDesk.get("/account").statusCode()).isEqualTo(200);

            atHome.post("/account/sessions/end", "session", session.group(1));
            assertThat(atDesk.get("/account").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void nobodyMakesAnAccountBeyondTheOwnDivision() {
        String before = accounts();

        HttpResponse<String> answer = viewer(Role.STREET)
                .post(
                        "/accounts",
                        "name",
                        "测试员",
                        "username",
                        "beyond-the-street",
                        "role",
                        "COMMUNITY_WORKER",
                        "scope",
                        Ground.FOREIGN_STREET.value());

        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(accounts()).isEqualTo(before);
    }

    private HttpResponse<String> send(Role role, String path, String field, String id) throws IOException {
        if (path.equals("/imports")) {
            Path sheet = Files.writeString(folder.resolve("homes.csv"), "楼幢,室号\n");
            return viewer(role).upload(path, sheet, "kind", "HOMES", field, id);
        }
        return viewer(role).post(path, field, id);
    }

    private static String said(HttpResponse<String> answer, String id) {
        return answer.statusCode() + " " + Visitor.location(answer) + " "
                + answer.body()
                        .replaceAll("(?<![0-9A-Za-z])" + id + "(?![0-9A-Za-z])", "ID")
                        .replaceAll("name=\"_csrf\" value=\"[^\"]+\"", "");
    }

    private String accounts() {
        return jdbc.sql("select count(*)::text from platform.account")
                .query(String.class)
                .single();
    }

    /** The codes of the communities in a role's scope, asked of the rows themselves. */
    private List<String> codes(Role role) {
        return within(role, """
                select distinct c.code from linli.community c join linli.community_version t using (community_id)
                where t.superseded_at is null and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                """);
    }

    private List<String> votes(Role role) {
        return within(role, """
                select t.community_id || '-' || t.vote_no from linli.vote t
                join linli.community_place p using (community_id) where cast(:day as date) is not null
                """);
    }

    private List<String> within(Role role, String rows) {
        Scope scope = Viewers.on(ground(), port).scopeOf(role);
        String condition = switch (scope) {
            case Scope.OfDivision ignored -> "division_code like :key || '%'";
            case Scope.OfCommunity ignored -> "t.community_id = cast(:key as bigint)";
            case Scope.OfCompany ignored -> """
                            t.community_id in (select e.community_id from linli.engagement_version e
                                where e.company_code = :key and e.superseded_at is null
                                  and e.valid_from <= :day and (e.valid_to is null or e.valid_to > :day))
                            """;
            case Scope.OfPlatform ignored -> throw new IllegalArgumentException(role.name());
        };
        return jdbc.sql(rows + " and " + condition)
                .param("key", scope.key())
                .param("day", business.today())
                .query(String.class)
                .list();
    }

    private static long total(Visitor http, String path) {
        Matcher total = TOTAL.matcher(http.get(path).body());
        assertThat(total.find()).isTrue();
        return Long.parseLong(total.group(1).replace(",", ""));
    }

    private static List<String> column(Visitor http, String path, int column) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(http.bytes(path)))) {
            return workbook.getFirstSheet().read().stream()
                    .skip(1)
                    .map(row -> row.getCellText(column))
                    .toList();
        }
    }
}

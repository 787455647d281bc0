package org.linli.registry.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.registry.Communities;
import org.linli.registry.CommunityFile;
import org.linli.registry.Registered;
import org.linli.testing.LinliTest;
import org.linli.testing.StaffMember;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The grid as a browser opens and sends it, over real HTTP. */
@LinliTest
class GridTests {

    private static final Pattern INPUT = Pattern.compile("<input([^>]*?)\\sname=\"([^\"]+)\"\\s+value=\"([^\"]*)\"");
    private static final Pattern SELECT =
            Pattern.compile("<select[^>]*\\sname=\"([^\"]+)\"(.*?)</select>", Pattern.DOTALL);
    private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]* selected");
    private static final Pattern NEXT = Pattern.compile("href=\"(/registry/grid\\?[^\"]*after=[^\"]*)\"");

    @LocalServerPort
    int port;

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    People people;

    @Autowired
    RealTime realTime;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    private Visitor clerk = new Visitor(0);
    private CommunityId id = new CommunityId(1);

    @BeforeEach
    void signIn() {
        clerk = staff(Role.CITY, "3310");
        id = Registered.community(communities, divisions);
    }

    private Visitor staff(Role role, String division) {
        return new StaffMember(people, realTime, role, new Scope.OfDivision(new DivisionCode(division))).signedIn(port);
    }

    private CommunityFile file() {
        return communities.find(id, AsOf.day(time.today()), CITY).orElseThrow();
    }

    /** What a browser would send of a grid that nobody has touched. */
    private static Map<String, String> fields(String page) {
        int from = page.indexOf("<form method=\"post\" action=\"/registry/grid\"");
        String form = page.substring(from, page.indexOf("</form>", from));
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher inputs = INPUT.matcher(form);
        while (inputs.find()) {
            if (!inputs.group(1).contains("checkbox")) {
                fields.put(inputs.group(2), plain(inputs.group(3)));
            }
        }
        Matcher selects = SELECT.matcher(form);
        while (selects.find()) {
            Matcher chosen = CHOSEN.matcher(selects.group(2));
            fields.put(selects.group(1), chosen.find() ? chosen.group(1) : "");
        }
        fields.remove("_csrf");
        return fields;
    }

    private static String plain(String html) {
        return html.replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }

    private static HttpResponse<String> post(Visitor visitor, Map<String, String> fields) {
        List<String> flat = new ArrayList<>();
        fields.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return visitor.post("/registry/grid", flat.toArray(String[]::new));
    }

    private long versions(String reason) {
        return jdbc.sql("select count(distinct community_id) from linli.community_version where reason = :reason")
                .param("reason", reason)
                .query(Long.class)
                .single();
    }

    @Test
    void fiveHundredRowsAreSentAtOnceAndOnlyTheTouchedOneIsStored() {
        Map<String, String> fields = fields(clerk.get("/registry/grid").body());
        assertThat(fields.keySet().stream().filter(name -> name.endsWith(".version")))
                .hasSize(500);
        assertThat(fields).hasSizeGreaterThan(4_500).containsKey(id + ".version");
        fields.put(id + ".households", "78");
        fields.put("reason", "五百行");

        assertThat(post(clerk, fields).statusCode()).isEqualTo(303);

        assertThat(file().base().households()).isEqualTo(78);
        assertThat(versions("五百行")).isEqualTo(1);
    }

    @Test
    void rowsBehindTheFirstFiveHundredAreStoredToo() {
        String last = jdbc.sql("""
                select max(division_code) from linli.community_place where length(division_code) = 12
                """).query(String.class).single();
        Map<String, String> typed = Registered.typed(Registered.name());
        typed.put("division_code", last);
        id = Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));
        String page = clerk.get("/registry/grid").body();
        while (!page.contains("\"" + id + ".version\"")) {
            Matcher next = NEXT.matcher(page);
            assertThat(next.find()).isTrue();
            page = clerk.get(plain(next.group(1))).body();
        }
        Map<String, String> fields = fields(page);
        assertThat(fields.get("after")).isNotEmpty();
        fields.put(id + ".households", "79");
        fields.put("reason", "第二页");

        assertThat(post(clerk, fields).statusCode()).isEqualTo(303);
        assertThat(file().base().households()).isEqualTo(79);
    }

    @Test
    void aGridOpenedFromAPastListShowsTodayAndStoresNothingBack() {
        Map<String, String> typed = Registered.typed(Registered.name());
        id = Registered.id(
                communities.register(Registered.base(divisions, typed), LocalDate.of(2023, 1, 1), "测试", CLERK));
        typed.put("households", "300");
        communities.change(id, 1, Registered.base(divisions, typed), LocalDate.of(2023, 9, 1), "扩建", CLERK);
        String code = file().code();

        String page = clerk.get("/registry/grid?asOf=2023-06-01&text=" + code).body();

        assertThat(page).contains("名单是按 2023-06-01 打开的");
        Map<String, String> fields = fields(page);
        assertThat(fields.get(id + ".households")).isEqualTo("300");
        fields.put("reason", "没有动过");
        assertThat(post(clerk, fields).statusCode()).isEqualTo(303);
        assertThat(versions("没有动过")).isZero();

        fields.put(id + ".residents", "5");
        fields.put("from", "2023-06-01");
        HttpResponse<String> refused = post(clerk, fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("表格显示的资料自 2023-09-01 起有效");
    }

    @Test
    void aRowOfAForeignCommunityIsAsUnknownAsOneThatIsNone() {
        Map<String, String> fields =
                fields(clerk.get("/registry/grid?text=" + file().code()).body());
        fields.put(id + ".households", "1");
        fields.put("reason", "外人");
        Visitor foreign = staff(Role.STREET, "331003001");
        foreign.get("/registry/grid");

        HttpResponse<String> refused = post(foreign, fields);
        HttpResponse<String> unknown =
                foreign.post("/registry/grid", "999999999.version", "1", "from", DAY.toString(), "reason", "外人");

        assertThat(refused.statusCode()).isEqualTo(404);
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(file().base().households()).isEqualTo(240);
    }

    @Test
    void aRowThatSomebodyElseChangedComesBackInSightAndLosesNeithersWork() {
        Map<String, String> fields =
                fields(clerk.get("/registry/grid?text=" + file().code()).body());
        Map<String, String> others = new LinkedHashMap<>(file().base().typed());
        others.put("address", "别人改的路9号");
        others.put("buildings", "8");
        communities.change(id, 1, Registered.base(divisions, others), DAY, "别人", CLERK);
        fields.put(id + ".households", "55");
        fields.put(id + ".buildings", "7");
        fields.put("reason", "同时");

        HttpResponse<String> back = post(clerk, fields);

        assertThat(back.statusCode()).isEqualTo(409);
        assertThat(back.body()).contains("别人改过这一行", "现在的资料：8");
        assertThat(versions("同时")).isZero();
        Map<String, String> again = fields(back.body());
        assertThat(again)
                .containsEntry(id + ".address", "别人改的路9号")
                .containsEntry(id + ".households", "55")
                .containsEntry(id + ".buildings", "7");
        assertThat(post(clerk, again).statusCode()).isEqualTo(303);
        assertThat(file().base().address()).isEqualTo("别人改的路9号");
        assertThat(file().base().households()).isEqualTo(55);
        assertThat(file().base().buildings()).isEqualTo(7);
    }

    @Test
    void aNameNearAnothersIsAskedAbout() {
        Map<String, String> typed = Registered.typed("望江近名新寓甲");
        Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));
        Map<String, String> fields =
                fields(clerk.get("/registry/grid?text=" + file().code()).body());
        fields.put(id + ".name", "望江近名新寓乙");
        fields.put("reason", "改名");

        HttpResponse<String> asked = post(clerk, fields);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("很相近：望江近名新寓甲", id + ".different");
        fields.put(id + ".different", "on");
        assertThat(post(clerk, fields).statusCode()).isEqualTo(303);
        assertThat(file().base().name()).isEqualTo("望江近名新寓乙");

        typed.put("name", "望江近名新寓丙");
        typed.put("from", DAY.toString());
        typed.put("reason", "登记");
        assertThat(register(typed).body()).contains("很相近：", "望江近名新寓甲", "name=\"different\"");
        typed.put("different", "on");
        assertThat(register(typed).statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> register(Map<String, String> typed) {
        List<String> flat = new ArrayList<>();
        typed.forEach((name, value) -> {
            flat.add(name);
            flat.add(value);
        });
        return clerk.post("/registry/communities/new", flat.toArray(String[]::new));
    }
}

package org.linli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Division;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.ids.DivisionLevel;
import org.linli.platform.scope.PublicPage;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The demo city is what it promises to be: the same each time, inside its county, of all kinds of owners, and never taken for real. */
@LinliTest
class DemoCityTests {

    private static final DivisionCode CITY = new DivisionCode("3310");

    /** Communities that tests register come after those of the demo. */
    private static final String DEMO = " community_id <= " + DemoPlan.COMMUNITIES + " ";

    @LocalServerPort
    int port;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Test
    void isTheSameEachTimeItIsPlanned() {
        List<DemoCommunity> first = plan();
        List<DemoCommunity> second = plan();

        assertThat(first).hasSize(1215).isEqualTo(second);
        assertThat(first.stream().mapToInt(DemoCommunity::households).sum()).isEqualTo(700_000);
    }

    @Test
    void isStoredAsItIsPlanned() {
        List<String> stored = jdbc.sql(
                        "select name || ' ' || division_code || ' ' || households from linli.community_version v where"
                                + DEMO + "and version_no = 1 order by community_id")
                .query(String.class)
                .list();

        assertThat(stored)
                .isEqualTo(plan().stream()
                        .map(planned -> planned.name() + " " + planned.division() + " " + planned.households())
                        .toList());
    }

    @Test
    void triesTheConsolidatedServiceInTenStreets() {
        List<String> streets = new ArrayList<>();
        try (Visitor http = new Visitor(port)) {
            http.json("/api/v1/figures/service-states/rows?part=ZONE&asOf=2023-11-02&limit=500")
                    .get("rows")
                    .forEach(row -> streets.add(row.get("key").asString().substring(0, 9)));
        }

        assertThat(Set.copyOf(streets)).hasSize(10).contains("331002002", "331003001", "331082001");
    }

    @Test
    void liesInsideTheOutlinesOfItsCounties() {
        Outlines outlines = new Outlines();

        List<String> astray = jdbc
                .sql("select community_id, division_code, longitude_e6, latitude_e6 "
                        + "from linli.community_version where version_no = 1 and" + DEMO)
                .query((row, n) -> outlines.contains(
                                row.getString("division_code").substring(0, 6),
                                row.getInt("longitude_e6"),
                                row.getInt("latitude_e6"))
                        ? ""
                        : row.getString("community_id"))
                .list()
                .stream()
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(astray).isEmpty();
    }

    @ParameterizedTest(name = "{0}: {2} to {3} of 1,000")
    @CsvSource(
            delimiter = '|',
            value = {
                "couples           | cardinality(o.owners) = 2 and o.form = 'JOINT'             | 250 | 450",
                "developer's stock | h.state = 'UNSOLD' and o.owners = '{1}'                    | 5   | 100",
                "organisations     | exists (select 1 from linli.owner w where w.community_id = o.community_id and w.owner_no = o.owners[1] and w.kind = 'ORGANISATION') | 3   | 30",
                "second homes      | exists (select 1 from linli.ownership p where p.community_id = o.community_id and p.home_no <> o.home_no and p.owners = o.owners and o.owners <> '{1}') | 20  | 200"
            })
    void hasAllKindsOfOwners(String kind, String condition, int least, int most) {
        String homes = "from linli.ownership o join linli.home h using (community_id, home_no) where" + DEMO
                + "and community_id % 20 = 1 and o.superseded_at is null and h.superseded_at is null";
        long all = count("select count(*) " + homes);

        assertThat(all).isPositive();
        assertThat(1000 * count("select count(*) " + homes + " and " + condition) / all)
                .isBetween((long) least, (long) most);
    }

    private long count(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Test
    void saysOnEveryPublicPageThatItIsInvented() {
        List<String> silent = new ArrayList<>();
        try (Visitor http = new Visitor(port)) {
            for (String path : pages()) {
                var answer = http.get(path);
                boolean isPage =
                        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
                if (isPage && !answer.body().contains("演示城市：小区、企业、业主和数据均为合成")) {
                    silent.add(path);
                }
            }
            http.get("/language?to=en");
            assertThat(http.get("/figures").body()).containsIgnoringCase("demo city");
        }

        assertThat(pages()).contains("/", "/figures", "/communities", "/votes").hasSizeGreaterThan(8);
        assertThat(silent).isEmpty();
    }

    /** The public pages that need nothing to be asked for, and one that does not exist. */
    private List<String> pages() {
        List<String> pages = new ArrayList<>(List.of("/no-such-page", "/communities/1", "/figures/communities"));
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.hasMethodAnnotation(PublicPage.class)
                    && info.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                info.getPatternValues().stream()
                        .filter(path -> !path.contains("{") && !path.startsWith("/api/") && !path.equals("/language"))
                        .forEach(pages::add);
            }
        });
        return pages;
    }

    private List<DemoCommunity> plan() {
        Map<String, List<Division>> neighbourhoods = new HashMap<>();
        for (Division neighbourhood : divisions.listWithin(CITY, DivisionLevel.NEIGHBOURHOOD)) {
            neighbourhoods
                    .computeIfAbsent(neighbourhood.code().value().substring(0, 9), street -> new ArrayList<>())
                    .add(neighbourhood);
        }
        return new DemoPlan(new DemoNames(), divisions.listWithin(CITY, DivisionLevel.STREET), neighbourhoods)
                .communities();
    }
}

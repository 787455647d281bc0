package org.linli.registry.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.registry.Communities;
import org.linli.registry.Companies;
import org.linli.registry.Engagements;
import org.linli.registry.Registered;
import org.linli.registry.Specialists;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class RegistryListsTests {

    private static final DivisionCode TAIZHOU = new DivisionCode("3310");
    private static final String DATED = "t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)";
    private static final LocalDate PUBLISHED = LocalDate.of(2023, 11, 2);

    @Autowired
    RegistryLists lists;

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Engagements engagements;

    @Autowired
    Specialists specialists;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient jdbc;

    private String nameOf(CommunityId id) {
        return communities.find(id, AsOf.day(DAY), CITY).orElseThrow().base().name();
    }

    private ListRows find(RegistryList list, String text, String state, String kind, int within) {
        return lists.list(list, filter(text, state, kind, within, false, "", 100), CITY);
    }

    private static ListFilter filter(
            String text, String state, String kind, int within, boolean alone, String after, int limit) {
        return new ListFilter(DAY, TAIZHOU, text, state, kind, within, alone, after, limit);
    }

    @Test
    void aContractIsFoundByItsCompanyItsStateAndItsEnd() {
        CommunityId id = Registered.community(communities, divisions);
        String company = Registered.company(companies, divisions);
        Registered.sign(
                engagements, id, Registered.terms(company, DAY.minusYears(3).plusDays(40)));
        String name = nameOf(id);

        assertThat(find(RegistryList.ENGAGEMENTS, name, "NOT_STARTED", "PROFESSIONAL", 60)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsEntry("kind", "~service-kind.PROFESSIONAL")
                        .containsEntry("contract_to", DAY.plusDays(39)));
        assertThat(find(RegistryList.ENGAGEMENTS, name, "", "", 30).rows()).isEmpty();
        assertThat(find(RegistryList.ENGAGEMENTS, name, "RUNNING", "", 0).rows())
                .isEmpty();
        assertThat(find(RegistryList.ENGAGEMENTS, "shiyanyuan", "NOT_STARTED", "", 60)
                        .rows())
                .extracting(ListRows.Row::name)
                .contains(name);
        String companyName = jdbc.sql("select name from linli.company_version where company_code = :code")
                .param("code", company)
                .query(String.class)
                .single();
        assertThat(find(RegistryList.ENGAGEMENTS, companyName, "", "", 0).rows())
                .extracting(ListRows.Row::community)
                .contains(id);
        assertThat(lists.list(RegistryList.ENGAGEMENTS, filter(name, "", "", 0, false, "", 100), HUANGYAN)
                        .total())
                .isZero();
    }

    @Test
    void aSpecialistAloneIsFoundUntilADeputyComes() {
        CommunityId id = Registered.community(communities, divisions);
        specialists.appoint(id, "独一专员", "S1", false, null, DAY, CLERK);
        ListFilter alone = filter(nameOf(id), "SERVING", "MAIN", 0, true, "", 100);

        assertThat(lists.list(RegistryList.SPECIALISTS, alone, CITY).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.cells())
                        .containsEntry("specialist_name", "独一专员")
                        .containsEntry("deputies", 0));

        specialists.appoint(id, "协助专员", "S2", true, null, DAY, CLERK);

        assertThat(lists.list(RegistryList.SPECIALISTS, alone, CITY).rows()).isEmpty();
        assertThat(find(RegistryList.SPECIALISTS, "协助专员", "", "DEPUTY", 0).rows())
                .extracting(ListRows.Row::community)
                .containsExactly(id);
    }

    @Test
    void theListsOfTheDemoCityAreAsLongAsItsRows() {
        assertThat(total(RegistryList.ENGAGEMENTS)).isPositive().isEqualTo(count("linli.engagement_version", DATED));
        assertThat(total(RegistryList.COMMITTEES)).isEqualTo(count("linli.committee", DATED));
        assertThat(total(RegistryList.SPECIALISTS)).isEqualTo(count("linli.specialist", "t.appointed_on <= :day"));
    }

    private long total(RegistryList list) {
        return lists.list(list, new ListFilter(PUBLISHED, TAIZHOU, "", "", "", 0, false, "", 1), CITY)
                .total();
    }

    /** Rows of a table on the day, in communities that were registered by then. */
    private long count(String table, String onTheDay) {
        return jdbc.sql("""
                select count(*) from %s t join linli.community_version v using (community_id)
                where t.superseded_at is null and v.superseded_at is null
                  and v.valid_from <= :day and (v.valid_to is null or v.valid_to > :day) and %s
                """.formatted(table, onTheDay))
                .param("day", PUBLISHED)
                .query(Long.class)
                .single();
    }

    @Test
    void thePagesOfAListMeetWithoutAGapOrATwin() {
        RowScope street = new RowScope("331002002%", new Long[0]);
        List<String> whole = keys(lists.list(RegistryList.ENGAGEMENTS, filter("", "", "", 0, false, "", 1000), street));
        ListRows first = lists.list(RegistryList.ENGAGEMENTS, filter("", "", "", 0, false, "", 3), street);
        ListRows second = lists.list(RegistryList.ENGAGEMENTS, filter("", "", "", 0, false, first.next(), 3), street);

        assertThat(whole).hasSizeGreaterThan(6).doesNotHaveDuplicates();
        assertThat(first.total()).isEqualTo(whole.size());
        assertThat(keys(first)).isEqualTo(whole.subList(0, 3));
        assertThat(keys(second)).isEqualTo(whole.subList(3, 6));
    }

    private static List<String> keys(ListRows rows) {
        return rows.rows().stream().map(ListRows.Row::key).toList();
    }
}

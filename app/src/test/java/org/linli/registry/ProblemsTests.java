package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.registry.Problems.Rule;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Each problem list names what its rule finds, on the days on which it is so, and forgets it when it is put right. */
@LinliTest
class ProblemsTests {

    private static final LocalDate CONTRACT_TO = DAY.plusYears(3).minusDays(1);

    @Autowired
    Communities communities;

    @Autowired
    Companies companies;

    @Autowired
    Engagements engagements;

    @Autowired
    Homes homes;

    @Autowired
    Committees committees;

    @Autowired
    Problems problems;

    @Autowired
    Divisions divisions;

    CommunityId id;
    String company;

    @BeforeEach
    void register() {
        id = Registered.community(communities, divisions);
        company = Registered.company(companies, divisions);
    }

    @Test
    void aBlankFieldIsNamed() {
        Map<String, String> typed = Registered.typed(Registered.name());
        typed.remove("gfa_dm2");
        typed.remove("address");
        CommunityId blank = Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));

        assertThat(details(Rule.MISSING_FIELDS, blank, DAY)).containsExactly("~base-field.ADDRESS", "~base-field.GFA");
        assertThat(found(Rule.MISSING_FIELDS, blank, DAY.minusDays(1), CITY)).isEmpty();
        assertThat(found(Rule.MISSING_FIELDS, blank, DAY, HUANGYAN)).isEmpty();
    }

    @Test
    void aFileIsNotVerifiedUntilTheStreetDoesAndAgainAYearLater() {
        assertThat(details(Rule.NOT_VERIFIED, id, DAY)).containsExactly("~registry.problem.never-verified");

        communities.verify(
                id, communities.find(id, AsOf.day(DAY), CITY).orElseThrow().version(), "年度核实", CLERK);

        assertThat(found(Rule.NOT_VERIFIED, id, DAY, CITY)).isEmpty();
        assertThat(details(Rule.NOT_VERIFIED, id, DAY.plusYears(1).plusDays(1))).containsExactly(DAY.toString());
    }

    @Test
    void aSignedContractWaitsForItsStart() {
        sign(Registered.terms(company, DAY));

        assertThat(found(Rule.SIGNED_NOT_STARTED, id, DAY, CITY))
                .singleElement()
                .satisfies(row -> assertThat(row.href()).endsWith("?tab=engagements"));

        engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK);

        assertThat(found(Rule.SIGNED_NOT_STARTED, id, DAY, CITY)).isEmpty();
    }

    @Test
    void aContractIsAboutToEndForNinetyDaysAndThenHasEnded() {
        served(Registered.terms(company, DAY));

        assertThat(found(Rule.CONTRACT_ENDING, id, CONTRACT_TO.minusDays(91), CITY))
                .isEmpty();
        assertThat(details(Rule.CONTRACT_ENDING, id, CONTRACT_TO.minusDays(90)))
                .containsExactly(CONTRACT_TO.toString());
        assertThat(details(Rule.CONTRACT_ENDING, id, CONTRACT_TO)).containsExactly(CONTRACT_TO.toString());
        assertThat(found(Rule.CONTRACT_ENDING, id, CONTRACT_TO.plusDays(1), CITY))
                .isEmpty();
        assertThat(found(Rule.CONTRACT_ENDED, id, CONTRACT_TO, CITY)).isEmpty();
        assertThat(found(Rule.CONTRACT_ENDED, id, CONTRACT_TO.plusDays(1), CITY))
                .hasSize(1);
    }

    @Test
    void aTrialThatGoesOnAfterSixMonthsIsTooLong() {
        LocalDate later = DAY.plusMonths(6).plusDays(1);
        Map<String, String> six = Registered.terms(company, DAY);
        six.put("trial_end_on", DAY.plusMonths(6).toString());
        served(six);
        CommunityId other = Registered.community(communities, divisions);
        Map<String, String> seven = Registered.terms(company, DAY);
        seven.put("trial_end_on", DAY.plusMonths(7).toString());
        engagements.sign(other, Registered.read(seven), "签约", CLERK);
        engagements.confirmStart(other, 1, 1, DAY, "查验", CLERK);

        assertThat(found(Rule.TRIAL_TOO_LONG, id, later, CITY)).isEmpty();
        assertThat(found(Rule.TRIAL_TOO_LONG, other, later.minusDays(1), CITY)).isEmpty();
        assertThat(found(Rule.TRIAL_TOO_LONG, other, later, CITY)).hasSize(1);
    }

    @Test
    void homesWithoutAreaOrOwnerAreCounted() {
        homes.addBuilding(id, "1幢", 6, 2, DAY, CLERK);
        home("101", 8_950L);
        home("102", null);
        home("201", null);

        assertThat(details(Rule.HOMES_WITHOUT_AREA, id, DAY)).containsExactly("2");
        assertThat(details(Rule.HOMES_WITHOUT_OWNER, id, DAY)).containsExactly("3");
        assertThat(found(Rule.HOMES_WITHOUT_OWNER, Registered.community(communities, divisions), DAY, CITY))
                .isEmpty();
    }

    @Test
    void aCommitteesTermIsOverTheDayAfterItsLast() {
        LocalDate last = DAY.plusYears(5).minusDays(1);
        committees.elect(
                id,
                Committees.Term.read(new Fields(Map.of(
                        "kind",
                        "COMMITTEE",
                        "decided_on",
                        DAY.toString(),
                        "term_from",
                        DAY.toString(),
                        "term_to",
                        last.toString(),
                        "agreed_size",
                        "5"))),
                "选举",
                CLERK);

        assertThat(found(Rule.COMMITTEE_TERM_OVER, id, last, CITY)).isEmpty();
        assertThat(details(Rule.COMMITTEE_TERM_OVER, id, last.plusDays(1))).containsExactly(last.toString());
    }

    @Test
    void theCountsAreThoseOfTheLists() {
        sign(new HashMap<>(Registered.terms(company, DAY)));

        problems.counts(DAY, CITY)
                .forEach((rule, count) -> assertThat(problems.list(rule, DAY, 0, 10_000, CITY))
                        .as(rule.name())
                        .hasSize(count));
    }

    private void sign(Map<String, String> terms) {
        engagements.sign(id, Registered.read(terms), "签约", CLERK);
    }

    private void served(Map<String, String> terms) {
        sign(terms);
        engagements.confirmStart(id, 1, 1, DAY, "查验", CLERK);
    }

    private void home(String room, @Nullable Long areaDm2) {
        homes.addHome(id, new Homes.NewHome(1, "1", room, "RESIDENCE", areaDm2, "REGISTER", "DELIVERED"), DAY, CLERK);
    }

    private List<String> details(Rule rule, CommunityId community, LocalDate day) {
        return found(rule, community, day, CITY).getFirst().details();
    }

    private List<Problems.Row> found(Rule rule, CommunityId community, LocalDate day, RowScope scope) {
        String href = "/registry/communities/" + community;
        return problems.list(rule, day, 0, 10_000, scope).stream()
                .filter(row -> row.href().replaceFirst("\\?.*", "").equals(href))
                .toList();
    }
}

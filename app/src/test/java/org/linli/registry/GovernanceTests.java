package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;
import static org.linli.registry.Registered.JIAOJIANG;
import static org.linli.registry.Registered.assertRefused;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.registry.PreparatorySteps.Step;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Owners' bodies, their members, resident specialists, and the lists of what is wrong. */
@LinliTest
class GovernanceTests {

    private static final LocalDate PUBLISHED = LocalDate.of(2023, 11, 2);

    @Autowired
    Communities communities;

    @Autowired
    Committees committees;

    @Autowired
    Specialists specialists;

    @Autowired
    Memberships memberships;

    @Autowired
    PreparatorySteps preparations;

    @Autowired
    Problems problems;

    @Autowired
    Divisions divisions;

    @Test
    void theProblemListsOfTheDemoCityAreAsLongAsItsPlanSays() {
        Map<Problems.Rule, Integer> counts = problems.counts(PUBLISHED, CITY);

        assertThat(counts)
                .containsEntry(Problems.Rule.SIGNED_NOT_STARTED, 9)
                .containsEntry(Problems.Rule.CONTRACT_ENDED, 5)
                .containsEntry(Problems.Rule.TRIAL_TOO_LONG, 2);
        assertThat(problems.list(Problems.Rule.SIGNED_NOT_STARTED, PUBLISHED, 0, 100, CITY))
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.place()).isNotEmpty());
        assertThat(problems.counts(PUBLISHED, RowScope.nothing()).values()).containsOnly(0);
    }

    @Test
    void aCountysListsHoldOnlyItsOwn() {
        int whole = problems.list(Problems.Rule.CONTRACT_ENDING, PUBLISHED, 0, 5000, CITY)
                .size();

        assertThat(problems.list(Problems.Rule.CONTRACT_ENDING, PUBLISHED, 0, 5000, JIAOJIANG))
                .hasSizeBetween(1, whole - 1)
                .allSatisfy(row -> assertThat(row.place()).startsWith("椒江区"));
    }

    @Test
    void twinsAndInvalidCodesAreListed() {
        String name = Registered.name();
        register(name, "331002003");
        CommunityId second = register(name, "331002002");
        CommunityFile file = communities.find(second, AsOf.day(DAY), CITY).orElseThrow();

        assertThat(problems.list(Problems.Rule.SAME_NAME, DAY, 0, 100, CITY))
                .noneMatch(row -> row.name().equals(name));
        Map<String, String> moved = new HashMap<>(file.base().typed());
        moved.put("division_code", "331002003");
        Outcome twin = communities.change(second, file.version(), Registered.base(divisions, moved), DAY, "划转", CLERK);
        assertRefused(twin, "duplicate-community");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                term_to,      2023-11-01, term_to,      end-before-start
                term_to,      2025-11-02, term_to,      term-length
                term_to,      2029-11-03, term_to,      term-length
                agreed_size,  6,          agreed_size,  committee-size
                agreed_size,  13,         agreed_size,  committee-size
                agreed_size,  '',         agreed_size,  committee-size
                kind,         CLUB,       kind,         intake.UNKNOWN_WORD
                kind,         PMC,        agreed_size,  pmc-size
                """)
    void aCommitteeAgainstTheRegulationIsRefused(String field, String text, String wrong, String reason) {
        Map<String, String> typed = term(DAY);
        typed.put(field, text);
        Fields fields = new Fields(typed);

        Committees.Term.read(fields);

        assertThat(fields.refused().errors())
                .extracting(error -> error.field() + " " + error.key())
                .contains(wrong + " registry.refused." + reason);
    }

    @Test
    void termsOfACommunityDoNotOverlapAndSeatsAreCounted() {
        CommunityId id = Registered.community(communities, divisions);
        Committees.Term term = Committees.Term.read(new Fields(term(DAY)));
        assertThat(committees.elect(id, term, "选举", CLERK)).isEqualTo(new Outcome.Stored("1"));
        assertRefused(
                committees.elect(id, Committees.Term.read(new Fields(term(DAY.plusYears(2)))), "选举", CLERK),
                "term-overlaps");

        memberships.add(id, 1, "钱主任", Committees.Post.CHAIR, null, DAY, CLERK);
        assertRefused(memberships.add(id, 1, "孙主任", Committees.Post.CHAIR, null, DAY, CLERK), "second-chair");
        for (String name : List.of("甲一", "乙二", "丙三", "丁四")) {
            memberships.add(id, 1, name, Committees.Post.MEMBER, null, DAY, CLERK);
        }
        assertRefused(memberships.add(id, 1, "戊五", Committees.Post.MEMBER, null, DAY, CLERK), "no-seat-left");
        memberships.end(id, 1, 2, DAY, CLERK);
        assertThat(memberships.add(id, 1, "戊五", Committees.Post.MEMBER, null, DAY.plusDays(1), CLERK))
                .isInstanceOf(Outcome.Stored.class);

        assertThat(committees.find(id, 1, CITY).orElseThrow().members())
                .extracting(Committees.Member::name)
                .contains("乙二", "戊五");
        assertThat(committees.list(id, HUANGYAN)).isEmpty();
        assertThat(problems.list(Problems.Rule.COMMITTEE_TERM_OVER, DAY.plusYears(3), 0, 5000, CITY))
                .anyMatch(row -> row.href().startsWith("/registry/communities/" + id + "?"));
    }

    @Test
    void sixtyPerCentOfAManagementCommitteeAreOwnersAndTheStreetConvenesIt() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, body("PMC", "11"), "组建", CLERK);

        assertRefused(seat(id, Committees.Post.CHAIR, Committees.Side.OWNER), "pmc-convener");
        assertRefused(seat(id, Committees.Post.MEMBER, null), "required");
        assertSeated(id, Committees.Post.CHAIR, Committees.Side.STREET, 1);
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.POLICE, 3);
        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.DEPARTMENT), "pmc-owners"); // a fifth of eleven
        assertThat(seat(id, Committees.Post.ALTERNATE, Committees.Side.DEPARTMENT))
                .isInstanceOf(Outcome.Stored.class);
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 6);
        assertThat(committees.find(id, 1, CITY).orElseThrow().hasEnoughOwners(DAY))
                .isFalse();
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 1);

        Committees.Committee full = committees.find(id, 1, CITY).orElseThrow();
        assertThat(full.hasEnoughOwners(DAY)).isTrue();
        assertThat(full.owners(DAY)).isEqualTo(7).isEqualTo(full.fewestOwners());
        assertThat(full.lacksConvener(DAY)).isFalse();
        assertThat(full.lacksConvener(DAY.minusDays(1))).isTrue();
        assertRefused(
                memberships.correct(
                        id, 1, 12, 1, null, Committees.Post.MEMBER, Committees.Side.OTHER, DAY, null, "笔误", CLERK),
                "pmc-owners");
    }

    @Test
    void theFileOfACommitteeHoldsItsPapersAndHidesItsAccount() {
        CommunityId id = Registered.community(communities, divisions);
        Map<String, String> typed = term(DAY);
        typed.put("decision_no", "业大〔2023〕1号");
        typed.put("seals", "公章 3310020001 保管人：主任");
        typed.put("account", "6228 4800 1234 5678");
        typed.put("uscc", "51420000MJH2003604");
        committees.elect(id, Committees.Term.read(new Fields(typed)), "选举", CLERK);

        CommitteePapers papers =
                committees.find(id, 1, CITY).orElseThrow().term().papers();
        assertThat(papers.typed(true)).containsEntry("account", "6228480012345678");
        assertThat(papers.typed(false))
                .containsEntry("account", "****5678")
                .containsEntry("uscc", "51420000MJH2003604");
        typed.put("audit", "2023 年度审计，无保留意见");
        committees.correct(id, 1, 1, Committees.Term.read(new Fields(typed)), "补填", CLERK);
        assertThat(committees.history(id, CITY).getFirst().changes())
                .extracting(HistoryEntry.Change::field)
                .containsExactly("audit");
        typed.put("account", "12345678");
        committees.correct(id, 1, 2, Committees.Term.read(new Fields(typed)), "改账号", CLERK);
        assertThat(committees.history(id, CITY).getFirst().changes())
                .singleElement()
                .satisfies(change -> assertThat(change.after()).isEqualTo("~registry.history.hidden"));
        typed.put("account", "12a");
        typed.put("uscc", "51420000MJH2003605");
        Fields fields = new Fields(typed);
        Committees.Term.read(fields);
        assertThat(fields.refused().errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("account", "uscc");
    }

    @Test
    void onlyOwnersSitOnACommittee() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK);

        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.STREET), "committee-owners");
        assertThat(seat(id, Committees.Post.MEMBER, Committees.Side.OWNER)).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void halfOfAPreparatoryGroupAreOwnersAndItDoesItsStepsInTheirOrder() {
        CommunityId id = Registered.community(communities, divisions);
        Committees.Term group = body("PREPARATORY_GROUP", "5");
        assertThat(group.termTo()).isEqualTo(LocalDate.of(2024, 2, 1)); // ninety days after 3 November
        committees.elect(id, group, "成立", CLERK);
        // A committee is elected while the group is at work.
        assertThat(committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK))
                .isEqualTo(new Outcome.Stored("2"));
        assertRefused(committees.elect(id, group, "成立", CLERK), "term-overlaps");

        assertSeated(id, Committees.Post.MEMBER, Committees.Side.DEVELOPER, 2);
        assertRefused(seat(id, Committees.Post.MEMBER, Committees.Side.STREET), "preparatory-owners");
        assertSeated(id, Committees.Post.MEMBER, Committees.Side.OWNER, 3);

        assertRefused(step(id, Step.LIST_POSTED, DAY.minusDays(1)), "before-formation");
        assertRefused(step(id, Step.LIST_POSTED, LocalDate.of(2999, 1, 1)), "in-future");
        assertRefused(step(id, Step.DATA_HANDED_OVER, DAY), "developer-not-told");
        assertThat(step(id, Step.DEVELOPER_TOLD, DAY)).isInstanceOf(Outcome.Stored.class);
        assertThat(step(id, Step.DATA_HANDED_OVER, DAY)).isInstanceOf(Outcome.Stored.class);
        assertThat(preparations.list(id, CITY))
                .extracting(PreparatorySteps.Line::step, PreparatorySteps.Line::due, PreparatorySteps.Line::doneOn)
                .containsExactly(
                        tuple(Step.LIST_POSTED, LocalDate.of(2023, 11, 6), null),
                        tuple(Step.DEVELOPER_TOLD, null, DAY),
                        tuple(Step.DATA_HANDED_OVER, LocalDate.of(2023, 11, 10), DAY));
        assertThat(preparations.list(id, HUANGYAN)).isEmpty();
        assertThat(preparations.record(id, 1, Step.LIST_POSTED, DAY, "公布", new Clerk(2, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(preparations.record(id, 2, Step.LIST_POSTED, DAY, "公布", CLERK))
                .isEqualTo(new Outcome.Unknown());
    }

    private Outcome step(CommunityId id, Step step, LocalDate on) {
        return preparations.record(id, 1, step, on, "登记", CLERK);
    }

    private Outcome seat(CommunityId id, Committees.Post post, Committees.@Nullable Side side) {
        return memberships.add(id, 1, "某成员", post, side, DAY, CLERK);
    }

    private void assertSeated(CommunityId id, Committees.Post post, Committees.Side side, int members) {
        for (int i = 0; i < members; i++) {
            assertThat(seat(id, post, side)).isInstanceOf(Outcome.Stored.class);
        }
    }

    private static Committees.Term body(String kind, String size) {
        Map<String, String> typed = term(DAY);
        typed.put("kind", kind);
        typed.put("agreed_size", size);
        if (kind.equals("PREPARATORY_GROUP")) {
            typed.put("term_from", "");
            typed.put("term_to", "");
        }
        return Committees.Term.read(new Fields(typed));
    }

    @Test
    void aMemberWasNeverAsRecordedAndTheHistorySaysSo() {
        CommunityId id = Registered.community(communities, divisions);
        committees.elect(id, Committees.Term.read(new Fields(term(DAY))), "选举", CLERK);
        memberships.add(id, 1, "钱主任", Committees.Post.CHAIR, null, DAY, CLERK);
        memberships.add(id, 1, "孙委员", Committees.Post.MEMBER, null, DAY, CLERK);

        assertRefused(
                memberships.correct(id, 1, 2, 1, null, Committees.Post.CHAIR, null, DAY, null, "笔误", CLERK),
                "second-chair");
        assertRefused(
                memberships.correct(
                        id, 1, 2, 1, null, Committees.Post.MEMBER, null, DAY.minusDays(1), null, "笔误", CLERK),
                "outside-term");
        assertThat(memberships.correct(
                        id, 1, 2, 1, "申屠委员", Committees.Post.VICE_CHAIR, null, DAY.plusDays(1), null, "笔误", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(memberships.correct(id, 1, 2, 1, null, Committees.Post.MEMBER, null, DAY, null, "笔误", CLERK))
                .isInstanceOf(Outcome.Overtaken.class);

        Committees.Member member =
                committees.find(id, 1, CITY).orElseThrow().members().getLast();
        assertThat(member.name()).isEqualTo("申屠委员");
        assertThat(member.post()).isEqualTo(Committees.Post.VICE_CHAIR);
        assertThat(committees.history(id, CITY))
                .filteredOn(entry -> entry.subject().equals("member") && entry.number() == 2)
                .extracting(HistoryEntry::act)
                .containsExactly("CORRECTION", "CHANGE");
        assertThat(committees.history(id, HUANGYAN)).isEmpty();
    }

    @Test
    void anAppointmentWasNeverAsRecordedAndTheHistorySaysSo() {
        CommunityId id = Registered.community(communities, divisions);
        specialists.appoint(id, "吴专员", "S1", false, null, DAY, CLERK);
        specialists.appoint(id, "郑专员", "S2", true, null, DAY, CLERK);
        Specialists.Facts main = new Specialists.Facts("郑专员", "S2", false, null, DAY, null);

        assertRefused(specialists.correct(id, 2, 1, main, "笔误", CLERK), "second-main");
        assertThat(specialists.correct(
                        id, 2, 1, new Specialists.Facts("郑专员", "S22", true, "岗亭", DAY, DAY), "笔误", CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(specialists.correct(id, 2, 1, main, "笔误", CLERK)).isInstanceOf(Outcome.Overtaken.class);

        assertThat(specialists.find(id, 2, CITY).orElseThrow().staffNo()).isEqualTo("S22");
        assertThat(specialists.history(id, CITY))
                .filteredOn(entry -> entry.number() == 2)
                .extracting(HistoryEntry::act)
                .containsExactly("CORRECTION", "CHANGE");
        assertThat(specialists.history(id, HUANGYAN)).isEmpty();
    }

    @Test
    void aCommunityHasOneMainSpecialistAndAnyNumberOfDeputies() {
        CommunityId id = Registered.community(communities, divisions);
        LocalDate early = DAY.minusDays(10);
        assertThat(specialists.appoint(id, "吴专员", "S1", false, null, early, CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertRefused(specialists.appoint(id, "郑专员", "S2", false, null, early.plusDays(3), CLERK), "second-main");
        assertRefused(specialists.appoint(id, "郑专员", "S2", true, null, DAY.plusYears(3), CLERK), "in-future");
        assertThat(specialists.appoint(id, "郑专员", "S2", true, null, DAY, CLERK)).isInstanceOf(Outcome.Stored.class);

        specialists.end(id, 1, early.plusDays(2), CLERK);

        assertThat(specialists.appoint(id, "郑专员", "S2", false, "物业办公室", early.plusDays(3), CLERK))
                .isInstanceOf(Outcome.Stored.class);
        assertThat(specialists.list(id, CITY)).hasSize(3);
        assertThat(specialists.end(id, 1, DAY, new Clerk(2, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());
    }

    private CommunityId register(String name, String division) {
        Map<String, String> typed = Registered.typed(name);
        typed.put("division_code", division);
        return Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));
    }

    private static Map<String, String> term(LocalDate from) {
        return new HashMap<>(Map.of(
                "kind", "COMMITTEE",
                "decided_on", DAY.toString(),
                "term_from", from.toString(),
                "term_to", from.plusYears(3).minusDays(1).toString(),
                "agreed_size", "5"));
    }
}

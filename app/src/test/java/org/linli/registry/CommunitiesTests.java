package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;
import static org.linli.registry.Registered.JIAOJIANG;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Divisions;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class CommunitiesTests {

    private static final LocalDate LATER = DAY.plusDays(20);

    @Autowired
    Communities communities;

    @Autowired
    Divisions divisions;

    @Autowired
    City city;

    @Autowired
    BusinessTime time;

    @Test
    void aChangeIsTrueFromItsDayAndLeavesTheDaysBeforeAlone() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile before = file(id, AsOf.day(DAY));

        Outcome outcome =
                communities.change(id, before.version(), with(before, "households", "300"), LATER, "扩建", CLERK);

        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        assertThat(file(id, AsOf.day(LATER.minusDays(1))).base().households()).isEqualTo(240);
        assertThat(file(id, AsOf.day(LATER)).base().households()).isEqualTo(300);
        assertThat(file(id, AsOf.day(LATER.minusDays(1))).validTo()).isEqualTo(LATER);
        assertThat(file(id, AsOf.day(LATER)).validFrom()).isEqualTo(LATER);
    }

    @Test
    void whatWasKnownBeforeAChangeIsStillToldWhenAskedForThatInstant() {
        CommunityId id = Registered.community(communities, divisions);
        Instant then = time.now();
        CommunityFile before = file(id, AsOf.day(DAY));

        communities.correct(id, before.version(), before.rowVersion(), with(before, "households", "241"), "漏登", CLERK);

        assertThat(file(id, AsOf.day(DAY)).base().households()).isEqualTo(241);
        assertThat(file(id, new AsOf(DAY, Optional.of(then))).base().households())
                .isEqualTo(240);
    }

    /** What was wrong in a row was wrong as far as the same value reaches: a change of something else did not make it true. */
    @Test
    void aCorrectionReachesAsFarAsTheSameWrongValueAndTouchesNothingElse() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile first = file(id, AsOf.day(DAY));
        communities.change(id, first.version(), with(first, "households", "300"), LATER, "扩建", CLERK);
        CommunityFile late = file(id, AsOf.day(LATER));

        communities.correct(id, late.version(), late.rowVersion(), with(late, "year_built", "1999"), "笔误", CLERK);

        CommunityFile before = file(id, AsOf.day(DAY));
        CommunityFile after = file(id, AsOf.day(LATER));
        assertThat(before.base().yearBuilt()).isEqualTo(1999);
        assertThat(before.base().households()).isEqualTo(240);
        assertThat(before.validTo()).isEqualTo(LATER);
        assertThat(after.base().yearBuilt()).isEqualTo(1999);
        assertThat(after.base().households()).isEqualTo(300);
        assertThat(after.act()).isEqualTo("CORRECTION");
    }

    @Test
    void aCorrectionStopsWhereTheValueWasAnotherOne() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile first = file(id, AsOf.day(DAY));
        communities.change(id, first.version(), with(first, "households", "300"), LATER, "扩建", CLERK);
        CommunityFile late = file(id, AsOf.day(LATER));

        communities.correct(id, late.version(), late.rowVersion(), with(late, "households", "301"), "笔误", CLERK);

        assertThat(file(id, AsOf.day(DAY)).base().households()).isEqualTo(240);
        assertThat(file(id, AsOf.day(LATER)).base().households()).isEqualTo(301);
    }

    @Test
    void aCorrectionAfterAVerificationReachesThePastAndKeepsTheVerification() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile registered = file(id, AsOf.day(DAY));
        communities.verify(id, registered.version(), "年度核实", CLERK);
        CommunityFile verified = file(id, AsOf.day(time.today()));

        communities.correct(
                id, verified.version(), verified.rowVersion(), with(verified, "year_built", "1999"), "笔误", CLERK);

        assertThat(file(id, AsOf.day(DAY)).base().yearBuilt()).isEqualTo(1999);
        assertThat(file(id, AsOf.day(time.today())).base().yearBuilt()).isEqualTo(1999);
        assertThat(file(id, AsOf.day(time.today())).verifiedOn()).isEqualTo(time.today());
    }

    @Test
    void theHistoryTellsEachActWithTheFieldsItTouched() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile first = file(id, AsOf.day(DAY));
        communities.change(id, first.version(), with(first, "gfa_dm2", "13000"), LATER, "扩建", CLERK);

        List<HistoryEntry> history = communities.history(id, CITY);

        assertThat(history).hasSize(2);
        assertThat(history.getFirst().reason()).isEqualTo("扩建");
        assertThat(history.getFirst().from()).isEqualTo(LATER);
        assertThat(history.getFirst().changes())
                .containsExactly(new HistoryEntry.Change("gfa_dm2", "12345.67", "13000.00"));
        assertThat(history.getLast().first()).isTrue();
    }

    @Test
    void theSecondOfTwoClerksLearnsThatTheFileHasMovedOn() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile seen = file(id, AsOf.day(DAY));
        communities.change(id, seen.version(), with(seen, "households", "250"), DAY, "甲", CLERK);

        Outcome second = communities.change(id, seen.version(), with(seen, "households", "260"), DAY, "乙", CLERK);

        assertThat(second).isEqualTo(new Outcome.Overtaken());
        assertThat(file(id, AsOf.day(DAY)).base().households()).isEqualTo(250);
    }

    @Test
    void ofTwoClerksAtTheVerySameTimeExactlyOneIsStored() throws Exception {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile seen = file(id, AsOf.day(DAY));
        CommunityBase one = with(seen, "households", "250");
        CommunityBase two = with(seen, "households", "260");

        List<Outcome> outcomes;
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            outcomes = both
                    .invokeAll(List.<Callable<Outcome>>of(
                            () -> communities.change(id, seen.version(), one, DAY, "甲", CLERK),
                            () -> communities.change(id, seen.version(), two, DAY, "乙", CLERK)))
                    .stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(outcomes).containsExactlyInAnyOrder(new Outcome.Stored(id.toString()), new Outcome.Overtaken());
        assertThat(communities.history(id, CITY)).hasSize(2);
    }

    @Test
    void aSecondCommunityOfTheSameNameInTheStreetIsRefused() {
        String name = Registered.name();
        communities.register(Registered.base(divisions, Registered.typed(name)), DAY, "测试", CLERK);

        Outcome twin = communities.register(Registered.base(divisions, Registered.typed(name)), DAY, "测试", CLERK);

        assertThat(twin)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors().getFirst().key())
                                .isEqualTo("registry.refused.duplicate-community"));
    }

    @Test
    void aForeignScopeFindsNothingAndWritesNothing() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile file = file(id, AsOf.day(DAY));
        Clerk foreign = new Clerk(2, "外区", HUANGYAN, true);

        assertThat(communities.find(id, AsOf.day(DAY), HUANGYAN)).isEmpty();
        assertThat(communities.find(id, AsOf.day(DAY), RowScope.nothing())).isEmpty();
        assertThat(communities.history(id, HUANGYAN)).isEmpty();
        assertThat(communities.change(id, file.version(), file.base(), DAY, "试", foreign))
                .isEqualTo(new Outcome.Unknown());
        assertThat(communities.verify(id, file.version(), "试", foreign)).isEqualTo(new Outcome.Unknown());
        assertThat(communities.find(id, AsOf.day(DAY), new RowScope("", new Long[] {id.value()})))
                .isPresent();
    }

    @Test
    void nobodyRegistersOutsideTheirOwnScope() {
        Outcome outcome = communities.register(
                Registered.base(divisions, Registered.typed(Registered.name())),
                DAY,
                "测试",
                new Clerk(2, "外区", HUANGYAN, true));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors().getFirst().key())
                                .isEqualTo("registry.refused.outside-scope"));
    }

    @Test
    void aCommunityIsFoundByPinyinByInitialsAndByTheNumberOfAnotherSystem() {
        Map<String, String> typed = Registered.typed("白云鹤鸣苑" + Registered.name());
        CommunityId id = Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));
        communities.addExternalCode(id, new CommunityFile.ExternalCode("维修资金", "WX-" + id), CLERK);

        assertThat(search("baiyunheming")).contains(id);
        assertThat(search("bai yun he ming")).contains(id);
        assertThat(search("byhmy")).contains(id);
        assertThat(search("鹤鸣苑")).contains(id);
        assertThat(search("wx-" + id)).containsExactly(id);
        assertThat(search("没有这个小区")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                not json                                                                        | boundary-json
                {"type":"Point","coordinates":[121.4,28.6]}                                     | boundary-json
                {"type":"Polygon","coordinates":[[["a","b"],[1,2],[1,2],[1,2]]]}                | boundary-json
                {"type":"Polygon","coordinates":[[[1e600000000,1],[1,2],[1,2],[1,2]]]}          | boundary-json
                {"type":"Polygon","coordinates":[[[121.4,28.6],[121.5,28.6],[121.5,28.7],[121.4,28.7]]]}                | boundary-open
                {"type":"Polygon","coordinates":[[[121.4,28.6],[121.5,28.6],[121.4,28.6]]]}     | boundary-open
                {"type":"Polygon","coordinates":[[[28.6,121.4],[28.6,121.5],[28.7,121.5],[28.6,121.4]]]}                | boundary-outside
                """)
    void aBoundaryThatIsNoneIsRefused(String typed, String reason) {
        Map<String, String> form = Registered.typed(Registered.name());
        form.put("boundary", typed);
        Fields fields = new Fields(form);

        CommunityBase.read(fields, divisions);

        assertThat(fields.refused().errors())
                .extracting(error -> error.field() + " " + error.key())
                .containsExactly("boundary registry.refused." + reason);
    }

    @Test
    void aBoundaryIsKeptInOneFormWithItsDatumAndDrawn() {
        Map<String, String> typed = Registered.typed(Registered.name());
        typed.put(
                "boundary",
                "{ \"type\": \"Polygon\", \"coordinates\": [[[121.4,28.6],[121.41,28.6],[121.41,28.61],[121.4,28.6]]] }");
        typed.put("datum", "GCJ02");

        CommunityId id = Registered.id(communities.register(Registered.base(divisions, typed), DAY, "测试", CLERK));

        CommunityBase base =
                communities.find(id, AsOf.day(DAY), CITY).orElseThrow().base();
        assertThat(base.typed())
                .containsEntry("datum", "GCJ02")
                .containsEntry(
                        "boundary",
                        "{\"type\":\"Polygon\",\"coordinates\":[[[121.400000,28.600000],[121.410000,28.600000],"
                                + "[121.410000,28.610000],[121.400000,28.600000]]]}");
        Boundary boundary = Boundary.parse(String.valueOf(base.details().get(CommunityDetail.BOUNDARY)))
                .orElseThrow();
        assertThat(boundary.path()).isEqualTo("M0 1000 L878 1000 L878 0 L0 1000 Z");
        assertThat(boundary.summary()).isEqualTo("⬠ 4 · 121.400000, 28.600000");
        String many = "[121.4,28.6],".repeat(501);
        typed.put(
                "boundary", "{\"type\":\"Polygon\",\"coordinates\":[[" + many.substring(0, many.length() - 1) + "]]}");
        Fields fields = new Fields(typed);
        CommunityBase.read(fields, divisions);
        assertThat(fields.refused().errors().getFirst().key()).isEqualTo("registry.refused.boundary-points");
    }

    @Test
    void aWrongNumberOfAnotherSystemIsTakenOutAndStaysInTheHistory() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile.ExternalCode code = new CommunityFile.ExternalCode("维修资金", "WRONG-" + id);
        communities.addExternalCode(id, code, CLERK);
        Instant added = time.now();
        CommunityFile there = communities.find(id, AsOf.day(DAY), CITY).orElseThrow();
        assertThat(communities.addExternalCode(Registered.community(communities, divisions), code, CLERK))
                .isEqualTo(Outcome.Refused.of(
                        "code",
                        "code-elsewhere",
                        there.code() + " " + there.base().name()));

        assertThat(communities.removeExternalCode(id, code, "录错小区", new Clerk(2, "外区", HUANGYAN, true)))
                .isEqualTo(new Outcome.Unknown());
        assertThat(communities.removeExternalCode(id, code, "录错小区", CLERK)).isInstanceOf(Outcome.Stored.class);
        assertThat(communities.removeExternalCode(id, code, "录错小区", CLERK)).isEqualTo(new Outcome.Overtaken());

        assertThat(communities.find(id, AsOf.day(DAY), CITY).orElseThrow().externalCodes())
                .isEmpty();
        assertThat(search("wrong-" + id)).isEmpty();
        assertThat(city.on(new AsOf(DAY, Optional.of(added)))
                        .find(id.value())
                        .orElseThrow()
                        .searchable())
                .contains("wrong-" + id);
        assertThat(communities.history(id, CITY).getFirst()).satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("录错小区");
            assertThat(entry.act()).isEqualTo("CORRECTION");
            assertThat(entry.changes().getFirst().before()).isEqualTo("维修资金 WRONG-" + id);
        });
        communities.addExternalCode(id, code, CLERK);
        assertThat(search("wrong-" + id)).containsExactly(id);
    }

    @Test
    void aListIsPagedByKeyWithoutLossOrRepetition() {
        CommunityFilter all = CommunityFilter.all(LocalDate.of(2023, 11, 2), new DivisionCode("331002"));
        List<CommunityId> whole = communities.list(all, JIAOJIANG).rows().stream()
                .map(CommunityList.Row::id)
                .toList();
        List<CommunityId> paged = new java.util.ArrayList<>();

        String after = "";
        do {
            CommunityList page = communities.list(
                    new CommunityFilter(
                            all.day(),
                            all.division(),
                            "",
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            after,
                            40),
                    JIAOJIANG);
            page.rows().forEach(row -> paged.add(row.id()));
            assertThat(page.total()).isEqualTo(whole.size());
            after = page.next();
        } while (!after.isEmpty());

        assertThat(paged).hasSizeGreaterThan(40).doesNotHaveDuplicates().isEqualTo(whole);
        assertThat(communities.list(all, HUANGYAN).rows()).isEmpty();
    }

    @Test
    void oneBadRowKeepsTheWholeGridFromBeingStored() {
        CommunityId one = Registered.community(communities, divisions);
        CommunityId two = Registered.community(communities, divisions);
        CommunityFile first = file(one, AsOf.day(DAY));
        CommunityFile second = file(two, AsOf.day(DAY));

        Outcome outcome = communities.changeMany(
                List.of(
                        new Communities.Edit(one, first.version(), with(first, "households", "1")),
                        new Communities.Edit(
                                two,
                                second.version(),
                                with(second, "name", first.base().name()))),
                DAY,
                "批量",
                CLERK);

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused ->
                                assertThat(refused.errors().getFirst().field()).isEqualTo(two + ".name"));
        assertThat(file(one, AsOf.day(DAY)).base().households()).isEqualTo(240);
    }

    @Test
    void aGridThatWouldMakeTwinsIsRefused() {
        CommunityId one = Registered.community(communities, divisions);
        CommunityId two = Registered.community(communities, divisions);
        CommunityFile first = file(one, AsOf.day(DAY));
        CommunityFile second = file(two, AsOf.day(DAY));
        String name = Registered.name();

        Outcome outcome = communities.changeMany(
                List.of(
                        new Communities.Edit(one, first.version(), with(first, "name", name)),
                        new Communities.Edit(two, second.version(), with(second, "name", name))),
                DAY,
                "批量",
                CLERK);

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(file(one, AsOf.day(DAY)).base().name())
                .isEqualTo(first.base().name());
    }

    @Test
    void aGridChangesAllItsCommunitiesAtOnce() {
        CommunityId one = Registered.community(communities, divisions);
        CommunityId two = Registered.community(communities, divisions);
        CommunityFile first = file(one, AsOf.day(DAY));
        CommunityFile second = file(two, AsOf.day(DAY));

        Outcome outcome = communities.changeMany(
                List.of(
                        new Communities.Edit(one, first.version(), with(first, "households", "11")),
                        new Communities.Edit(two, second.version(), with(second, "households", "22"))),
                DAY,
                "批量",
                CLERK);

        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
        assertThat(file(one, AsOf.day(DAY)).base().households()).isEqualTo(11);
        assertThat(file(two, AsOf.day(DAY)).base().households()).isEqualTo(22);
    }

    @Test
    void verificationIsAChangeOfToday() {
        CommunityId id = Registered.community(communities, divisions);

        communities.verify(id, file(id, AsOf.day(time.today())).version(), "实地核实", CLERK);

        CommunityFile file = file(id, AsOf.day(time.today()));
        assertThat(file.verifiedOn()).isEqualTo(time.today());
        assertThat(file.verifiedBy()).isEqualTo("测试员");
        assertThat(file.day().orElseThrow().missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                division_code,  331002999,   division-unknown
                division_code,  331002,      division-too-high
                division_code,  '',          required
                name,           '',          required
                gfa_dm2,        1.234,       intake.TOO_PRECISE
                gfa_dm2,        1.2万,       guessed
                households,     -3,          intake.NEGATIVE
                households,     许多,        intake.NOT_A_NUMBER
                year_built,     1850,        intake.NOT_A_YEAR
                type,           CASTLE,      intake.UNKNOWN_WORD
                longitude_e6,   500,         degrees
                """)
    void aFormWithABadFieldSaysWhichAndWhy(String field, String text, String reason) {
        Map<String, String> typed = Registered.typed("试验苑");
        typed.put(field, text);
        Fields fields = new Fields(typed);

        CommunityBase.read(fields, divisions);

        assertThat(fields.refused().errors()).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo(field);
            assertThat(error.key()).isEqualTo("registry.refused." + reason);
        });
    }

    @Test
    void aFormFilledFromTheFileReadsBackAsTheFile() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityBase base = file(id, AsOf.day(DAY)).base();

        assertThat(Registered.base(divisions, base.typed())).isEqualTo(base);
    }

    private List<CommunityId> search(String text) {
        return communities
                .list(
                        new CommunityFilter(
                                time.today(),
                                new DivisionCode("3310"),
                                text,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                100),
                        CITY)
                .rows()
                .stream()
                .map(CommunityList.Row::id)
                .toList();
    }

    private CommunityFile file(CommunityId id, AsOf asOf) {
        return communities.find(id, asOf, CITY).orElseThrow();
    }

    @Test
    void theDetailsOfAFileAreKeptReadAndToldLikeAnyOtherFact() {
        CommunityId id = Registered.community(communities, divisions);
        CommunityFile before = file(id, AsOf.day(DAY));
        Map<String, String> typed = new java.util.HashMap<>(before.base().typed());
        Map<String, String> details = Map.of(
                "gates", "3",
                "delivered_on", "2002-05-01",
                "underground_dm2", "1200.50",
                "fund_balance_fen", "345678.90",
                "collection_rate", "97.25",
                "area_approval", "椒物管区〔2002〕5号");
        typed.putAll(details);

        communities.change(id, before.version(), Registered.base(divisions, typed), LATER, "补录", CLERK);

        CommunityFile after = file(id, AsOf.day(LATER));
        assertThat(after.base().typed()).containsAllEntriesOf(details);
        assertThat(after.base().details())
                .containsEntry(CommunityDetail.FUND_BALANCE_FEN, 34_567_890L)
                .containsEntry(CommunityDetail.COLLECTION_RATE, 9_725L);
        assertThat(communities.history(id, CITY).getFirst().changes())
                .contains(new HistoryEntry.Change("fund_balance_fen", "", "345678.90"))
                .contains(new HistoryEntry.Change("delivered_on", "", "2002-05-01"));
    }

    @Test
    void nobodyCollectsMoreThanAll() {
        Map<String, String> typed = Registered.typed(Registered.name());
        typed.put("collection_rate", "100.01");
        Fields fields = new Fields(typed);

        CommunityBase.read(fields, divisions);

        assertThat(fields.refused().errors())
                .extracting(FieldError::field, FieldError::key)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple("collection_rate", "registry.refused.more-than-all"));
    }

    private CommunityBase with(CommunityFile file, String field, String text) {
        Map<String, String> typed = new java.util.HashMap<>(file.base().typed());
        typed.put(field, text);
        return Registered.base(divisions, typed);
    }
}

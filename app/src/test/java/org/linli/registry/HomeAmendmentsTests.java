package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.list;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.DAY;
import static org.linli.registry.Registered.HUANGYAN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.registry.claims.ClaimGround;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class HomeAmendmentsTests {

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);
    private static final Clerk STRANGER = new Clerk(2, "外人", HUANGYAN, false);

    private static final HomeDetails BLANK = new HomeDetails(null, null, null, null);
    private static final BuildingDetails PLAIN = new BuildingDetails(null, null, null, null, null, null);

    @Autowired
    Communities communities;

    @Autowired
    Occupants occupants;

    @Autowired
    OwnerConsents consents;

    @Autowired
    Homes homes;

    @Autowired
    HomeAmendments amendments;

    @Autowired
    HomeHistories histories;

    @Autowired
    Divisions divisions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HomeWithdrawals withdrawals;

    CommunityId id;

    @BeforeEach
    void twoHomesOfZhang() {
        id = Registered.community(communities, divisions);
        stored(homes.addBuilding(id, "1幢", 6, 2, BUILT, CLERK));
        stored(homes.addBuilding(id, "2幢", 6, 2, BUILT, CLERK));
        stored(homes.addHome(id, home("101", 8_950L), BUILT, CLERK));
        stored(homes.addHome(id, home("102", 7_000L), BUILT, CLERK));
        stored(homes.changeOwners(id, 1, 0, owners("DELIVERY", "2002-01-10", "张三丰"), CLERK));
    }

    @Test
    void aChangeHoldsFromItsDayAndACorrectionHeldAllTheTime() {
        stored(amendments.changeHome(id, 2, 1, home("102", 7_100L), BLANK, LocalDate.of(2010, 1, 1), "重新测绘", CLERK));

        assertThat(area(2, "2009-12-31")).isEqualTo(7_000L);
        assertThat(area(2, "2010-01-01")).isEqualTo(7_100L);

        stored(amendments.correctHome(id, 1, version(1), home("101", 9_850L), BLANK, "录入时数字颠倒", CLERK));

        assertThat(area(1, "2001-05-01")).isEqualTo(9_850L);
        assertThat(area(1, "2023-11-03")).isEqualTo(9_850L);
        assertThat(histories.home(id, 1, CITY).getFirst())
                .returns("CORRECTION", HistoryEntry::act)
                .returns("录入时数字颠倒", HistoryEntry::reason)
                .extracting(HistoryEntry::changes, list(HistoryEntry.Change.class))
                .contains(new HistoryEntry.Change("area_dm2", "89.50", "98.50"));
        assertThat(jdbc.sql("select homes_area_dm2 from linli.community_facts where community_id = :id")
                        .param("id", id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(9_850L + 7_100L);
    }

    @Test
    void aRoomCannotBeTwoHomesAndADayWithoutTheHomeIsRefused() {
        refused(amendments.correctHome(id, 2, version(2), home("101", 1L), BLANK, "错", CLERK), "duplicate-home");
        refused(
                amendments.changeHome(id, 2, version(2), home("102", 1L), BLANK, BUILT.minusDays(1), "错", CLERK),
                "not-in-force");
        refused(
                amendments.changeHome(
                        id,
                        2,
                        version(2),
                        new Homes.NewHome(9, "1", "102", "RESIDENCE", 1L, "REGISTER", "UNSOLD"),
                        BLANK,
                        DAY,
                        "错",
                        CLERK),
                "building-unknown");
    }

    @Test
    void anOvertakenFormAndAForeignClerkStoreNothing() {
        assertThat(amendments.correctHome(id, 2, 7, home("102", 1L), BLANK, "错", CLERK))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(amendments.correctHome(id, 2, 1, home("102", 1L), BLANK, "错", STRANGER))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(amendments.correctHome(id, 9, 1, home("102", 1L), BLANK, "错", CLERK))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(area(2, "2023-11-03")).isEqualTo(7_000L);
    }

    @Test
    void aWrongOwnerIsCorrectedWithTheDayAndTheHomeWasDeliveredThen() {
        stored(amendments.correctOwnership(
                id, 1, ownership(1), owners("DELIVERY", "2003-03-01", "李四光"), "产权证为李四光", CLERK));

        assertThat(line(1, "2003-02-28").state()).isEqualTo("SOLD_UNDELIVERED");
        assertThat(line(1, "2003-02-28").owners()).isEmpty();
        assertThat(line(1, "2003-03-01").state()).isEqualTo("DELIVERED");
        assertThat(line(1, "2003-03-01").owners())
                .extracting(HomeLine.Owner::name)
                .containsExactly("李**");
        assertThat(histories.home(id, 1, CITY))
                .filteredOn(entry -> entry.subject().equals("ownership"))
                .first()
                .returns("CORRECTION", HistoryEntry::act)
                .extracting(HistoryEntry::changes, list(HistoryEntry.Change.class))
                .contains(new HistoryEntry.Change("owners", "张**", "李**"));
    }

    @Test
    void theOwnershipBeforeEndsWhereTheCorrectedOneBegins() {
        stored(homes.changeOwners(id, 1, ownership(1), owners("SALE", "2015-06-01", "王五一"), CLERK));
        refused(
                amendments.correctOwnership(id, 1, ownership(1), owners("SALE", "2002-01-10", "王五一"), "错", CLERK),
                "owned-from-that-day");

        stored(amendments.correctOwnership(
                id, 1, ownership(1), owners("INHERITANCE", "2014-06-01", "王五一"), "公证书", CLERK));

        assertThat(line(1, "2014-05-31").owners())
                .extracting(HomeLine.Owner::name)
                .containsExactly("张**");
        assertThat(line(1, "2014-06-01").owners())
                .extracting(HomeLine.Owner::name)
                .containsExactly("王**");
        assertThat(line(1, "2014-06-01").cause()).isEqualTo("INHERITANCE");
    }

    @Test
    void aHomeTellsItsCodesAndHidesWhoPaysAndByWhichAccount() {
        Fields wrong = new Fields(java.util.Map.of("estate_code", "331002"));
        HomeDetails.read(wrong);
        assertThat(wrong.refused().errors().getFirst().key()).isEqualTo("registry.refused.estate-code");
        HomeDetails details = new HomeDetails("测绘报告 2010-1", "331002001001GB00001F00010001", "王小二", "33010099887766");

        stored(amendments.correctHome(id, 1, version(1), home("101", 8_950L), details, "补填", CLERK));

        HomeHistories.Held held = histories.held(id, 1, CITY).orElseThrow();
        HomeDetails stored = amendments.homeDetails(id, 1, CITY).orElseThrow();
        assertThat(stored).isEqualTo(details);
        assertThat(stored.shown()).containsEntry("fee_payer", "王**").containsEntry("fund_account", "****7766");
        assertThat(histories.home(id, 1, CITY).getFirst().changes())
                .contains(
                        new HistoryEntry.Change("fee_payer", "", "~registry.history.hidden"),
                        new HistoryEntry.Change("area_evidence", "", "测绘报告 2010-1"));
        stored(amendments.correctHome(id, 1, held.version(), home("101", 8_951L), details, "笔误", CLERK));
        assertThat(histories.home(id, 1, CITY).getFirst().changes())
                .extracting(HistoryEntry.Change::field)
                .containsExactly("area_dm2");
    }

    @Test
    void aHomeThatNeverWasIsWithdrawnWhileNothingHangsOnIt() {
        int before = homes.list(id, DAY, 0, 0, 100, CITY).size();
        int mistaken = Integer.parseInt(Registered.key(homes.addHome(id, home("909", 7_000L), BUILT, CLERK)));
        Clerk street = new Clerk(9_200_004, "街道员", CITY, false);
        stored(occupants.add(
                id,
                mistaken,
                new Occupants.Facts(Occupants.Kind.FAMILY, "孙大圣", null, false),
                DAY.minusDays(1),
                "入住",
                CLERK));
        refused(withdrawals.withdrawHome(id, mistaken, 1, "误登", street), "home-tied");
        refused(withdrawals.withdrawHome(id, 1, version(1), "误登", street), "home-owned");
        assertThat(withdrawals.withdrawHome(id, mistaken, 1, "误登", STRANGER)).isEqualTo(new Outcome.Unknown());

        int another = Integer.parseInt(Registered.key(homes.addHome(id, home("908", 7_000L), BUILT, CLERK)));
        assertThat(withdrawals.withdrawHome(id, another, 7, "误登", street)).isEqualTo(new Outcome.Overtaken());
        stored(withdrawals.withdrawHome(id, another, 1, "误登", street));

        assertThat(homes.find(id, another, DAY, CITY)).isEmpty();
        assertThat(homes.list(id, DAY, 0, 0, 100, CITY)).hasSize(before + 1);
        assertThat(withdrawals.history(id, CITY)).singleElement().satisfies(entry -> {
            assertThat(entry.reason()).isEqualTo("误登");
            assertThat(entry.changes().getFirst().before()).endsWith("908");
        });
        assertThat(withdrawals.history(id, HUANGYAN)).isEmpty();
        assertThat(Integer.parseInt(Registered.key(homes.addHome(id, home("907", 7_000L), BUILT, CLERK))))
                .as("its number is not given again")
                .isGreaterThan(another);
    }

    @Test
    void aBuildingIsWithdrawnOnceNoHomeStandsInIt() {
        refused(
                withdrawals.withdrawBuilding(id, 1, histories.buildingVersion(id, 1), "误登", CLERK),
                "building-has-homes");
        int mistaken = Integer.parseInt(Registered.key(homes.addBuilding(id, "88幢", 6, 2, BUILT, CLERK)));
        refused(homes.addBuilding(id, "88号楼", 6, 2, BUILT, CLERK), "duplicate-building");

        stored(withdrawals.withdrawBuilding(id, mistaken, 1, "误登", CLERK));

        assertThat(homes.buildings(id, DAY, CITY)).noneMatch(building -> building.number() == mistaken);
        stored(homes.addBuilding(id, "88号楼", 6, 2, BUILT, CLERK));
    }

    @Test
    void anOccupantMovesInAndOutAndIsNoOwner() {
        Occupants.Facts tenant = new Occupants.Facts(Occupants.Kind.TENANT, "孙大圣", "13800138000", false);
        refused(occupants.add(id, 1, tenant, BUILT.minusDays(1), "租住", CLERK), "no-such-home-then");
        assertThat(occupants.add(id, 1, tenant, DAY, "租住", STRANGER)).isEqualTo(new Outcome.Unknown());
        stored(occupants.add(id, 1, tenant, LocalDate.of(2020, 1, 1), "租住", CLERK));

        assertThat(occupants.list(id, 1, CITY)).singleElement().satisfies(occupant -> {
            assertThat(occupant.name()).isEqualTo("孙**");
            assertThat(occupant.phone()).isEqualTo("138****8000");
        });
        assertThat(line(1, "2023-11-03").owners()).hasSize(1);
        assertThat(occupants.end(id, 1, 1, 9, DAY, "迁出", CLERK)).isEqualTo(new Outcome.Overtaken());
        stored(occupants.end(id, 1, 1, 1, DAY.minusDays(1), "迁出", CLERK));
        int version = occupants.find(id, 1, 1, CITY).orElseThrow().version();
        stored(occupants.correct(id, 1, 1, version, tenant, LocalDate.of(2021, 1, 1), "入住日期记错", CLERK));

        assertThat(occupants.find(id, 1, 1, CITY).orElseThrow())
                .returns(LocalDate.of(2021, 1, 1), Occupants.Occupant::from)
                .returns(DAY, Occupants.Occupant::to);
        assertThat(occupants.history(id, 1, CITY))
                .extracting(HistoryEntry::reason)
                .containsExactly("入住日期记错", "迁出", "租住");
        assertThat(occupants.list(id, 1, HUANGYAN)).isEmpty();
    }

    @Test
    void anOccupantIsShownInFullOnlyWithAReasonAndTheLookIsLogged() {
        Occupants.Facts tenant = new Occupants.Facts(Occupants.Kind.TENANT, "孙大圣", "13800138000", false);
        stored(occupants.add(id, 1, tenant, LocalDate.of(2020, 1, 1), "租住", CLERK));
        Viewer clerk = ClaimGround.viewer(9_200_003, Role.CITY, "3310");

        assertThat(occupants.disclose(id, 1, 1, HomeSearch.Reason.DISPUTE, clerk, HUANGYAN))
                .isEmpty();
        assertThat(occupants.disclose(id, 1, 1, HomeSearch.Reason.DISPUTE, clerk, CITY))
                .contains(new Occupants.Disclosed("孙大圣", "+8613800138000"));

        assertThat(jdbc.sql("select reason from platform.access_log where verb = 'occupant.view' and object_id = :id")
                        .param("id", id + "/1/1")
                        .query(String.class)
                        .list())
                .containsExactly("DISPUTE");
        Occupants.Facts withoutPhone = new Occupants.Facts(Occupants.Kind.TENANT, "孙大圣", null, true);
        stored(occupants.correct(id, 1, 1, 1, withoutPhone, LocalDate.of(2020, 1, 1), "本人要求删除", CLERK));
        assertThat(occupants.find(id, 1, 1, CITY).orElseThrow().phone()).isEmpty();
    }

    @Test
    void aConsentIsGivenAndWithdrawnOnce() {
        int owner = line(1, "2023-11-03").owners().getFirst().ownerNo();
        OwnerConsents.Purpose purpose = OwnerConsents.Purpose.ELECTRONIC_VOTE;
        assertThat(consents.give(id, 99, purpose, OwnerConsents.How.PAPER, null, DAY, CLERK))
                .isEqualTo(new Outcome.Unknown());
        refused(consents.give(id, owner, purpose, OwnerConsents.How.PAPER, null, DAY.plusYears(1), CLERK), "in-future");
        stored(consents.give(id, owner, purpose, OwnerConsents.How.PAPER, "签字表", DAY, CLERK));

        refused(consents.give(id, owner, purpose, OwnerConsents.How.ONLINE, null, DAY, CLERK), "consent-holds");
        refused(consents.withdraw(id, owner, 1, OwnerConsents.How.ONLINE, DAY.minusDays(1), CLERK), "end-before-start");
        stored(consents.withdraw(id, owner, 1, OwnerConsents.How.ONLINE, DAY, CLERK));

        assertThat(consents.withdraw(id, owner, 1, OwnerConsents.How.ONLINE, DAY, CLERK))
                .isEqualTo(new Outcome.Overtaken());
        assertThat(consents.list(id, owner, CITY)).singleElement().satisfies(consent -> {
            assertThat(consent.withdrawnOn()).isEqualTo(DAY);
            assertThat(consent.withdrawnHow()).contains(OwnerConsents.How.ONLINE);
        });
        assertThat(consents.list(id, owner, HUANGYAN)).isEmpty();
    }

    @Test
    void aBuildingIsToldInFull() {
        BuildingDetails full = BuildingDetails.read(new Fields(java.util.Map.of(
                "structure",
                "FRAME",
                "floors_below",
                "1",
                "completed_on",
                "2001-03-01",
                "gfa_dm2",
                "3200.50",
                "lifts",
                "2",
                "in_fund",
                "NO")));

        stored(amendments.correctBuilding(id, 1, 1, new HomeAmendments.BuildingFacts("1幢", 6, 2, full), "补填", CLERK));

        assertThat(amendments.buildingDetails(id, 1, CITY)).contains(full);
        assertThat(full.typed()).containsEntry("gfa_dm2", "3200.50").containsEntry("in_fund", "NO");
        assertThat(histories.buildings(id, CITY).getFirst().changes())
                .contains(
                        new HistoryEntry.Change("structure", "", "~registry.structure.FRAME"),
                        new HistoryEntry.Change("in_fund", "", "~registry.in-fund.NO"));
    }

    @Test
    void aBuildingIsRenamedFromADayOrCorrectedForAllDays() {
        stored(amendments.changeBuilding(
                id,
                1,
                1,
                new HomeAmendments.BuildingFacts("甲1幢", 6, 2, PLAIN),
                LocalDate.of(2020, 1, 1),
                "门牌整治",
                CLERK));
        stored(amendments.correctBuilding(
                id, 2, 1, new HomeAmendments.BuildingFacts("2幢", 7, 3, PLAIN), "层数记错", CLERK));

        assertThat(homes.buildings(id, LocalDate.of(2019, 12, 31), CITY))
                .extracting(Homes.Building::label)
                .containsExactly("1幢", "2幢");
        assertThat(homes.buildings(id, DAY, CITY))
                .extracting(Homes.Building::label)
                .containsExactly("甲1幢", "2幢");
        assertThat(homes.buildings(id, BUILT, CITY))
                .extracting(Homes.Building::floorsAbove)
                .containsExactly(6, 7);
        refused(
                amendments.correctBuilding(
                        id,
                        2,
                        histories.buildingVersion(id, 2),
                        new HomeAmendments.BuildingFacts("1幢", 7, 3, PLAIN),
                        "错",
                        CLERK),
                "duplicate-building");
        assertThat(histories.buildings(id, CITY))
                .extracting(HistoryEntry::reason)
                .contains("门牌整治", "层数记错");
    }

    private static Homes.NewHome home(String room, long areaDm2) {
        return new Homes.NewHome(1, "1", room, "RESIDENCE", areaDm2, "REGISTER", "SOLD_UNDELIVERED");
    }

    private OwnerChange owners(String cause, String on, String name) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "cause",
                cause,
                "on",
                on,
                "evidence",
                "不动产权证",
                "form",
                "SOLE",
                "owner1.name",
                name,
                "owner1.kind",
                "PERSON"));
        Fields fields = new Fields(typed);
        OwnerChange change = OwnerChange.read(fields, DAY);
        assertThat(fields.isSound()).as("%s", typed).isTrue();
        return change;
    }

    private int version(int homeNo) {
        return histories.held(id, homeNo, CITY).orElseThrow().version();
    }

    private int ownership(int homeNo) {
        return line(homeNo, "2023-11-03").version();
    }

    private long area(int homeNo, String day) {
        Long area = line(homeNo, day).areaDm2();
        return area == null ? 0 : area;
    }

    private HomeLine line(int homeNo, String day) {
        return homes.find(id, homeNo, LocalDate.parse(day), CITY).orElseThrow();
    }

    private static void stored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    }

    private static void refused(Outcome outcome, String reason) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).errors().getFirst().key()).isEqualTo("registry.refused." + reason);
    }
}

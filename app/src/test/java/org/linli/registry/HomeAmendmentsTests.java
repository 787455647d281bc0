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
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class HomeAmendmentsTests {

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);
    private static final Clerk STRANGER = new Clerk(2, "外人", HUANGYAN, false);

    @Autowired
    Communities communities;

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
        stored(amendments.changeHome(id, 2, 1, home("102", 7_100L), LocalDate.of(2010, 1, 1), "重新测绘", CLERK));

        assertThat(area(2, "2009-12-31")).isEqualTo(7_000L);
        assertThat(area(2, "2010-01-01")).isEqualTo(7_100L);

        stored(amendments.correctHome(id, 1, version(1), home("101", 9_850L), "录入时数字颠倒", CLERK));

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
        refused(amendments.correctHome(id, 2, version(2), home("101", 1L), "错", CLERK), "duplicate-home");
        refused(
                amendments.changeHome(id, 2, version(2), home("102", 1L), BUILT.minusDays(1), "错", CLERK),
                "not-in-force");
        refused(
                amendments.changeHome(
                        id,
                        2,
                        version(2),
                        new Homes.NewHome(9, "1", "102", "RESIDENCE", 1L, "REGISTER", "UNSOLD"),
                        DAY,
                        "错",
                        CLERK),
                "building-unknown");
    }

    @Test
    void anOvertakenFormAndAForeignClerkStoreNothing() {
        assertThat(amendments.correctHome(id, 2, 7, home("102", 1L), "错", CLERK))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(amendments.correctHome(id, 2, 1, home("102", 1L), "错", STRANGER))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(amendments.correctHome(id, 9, 1, home("102", 1L), "错", CLERK))
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
    void aBuildingIsRenamedFromADayOrCorrectedForAllDays() {
        stored(amendments.changeBuilding(
                id, 1, 1, new HomeAmendments.BuildingFacts("甲1幢", 6, 2), LocalDate.of(2020, 1, 1), "门牌整治", CLERK));
        stored(amendments.correctBuilding(id, 2, 1, new HomeAmendments.BuildingFacts("2幢", 7, 3), "层数记错", CLERK));

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
                        new HomeAmendments.BuildingFacts("1幢", 7, 3),
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

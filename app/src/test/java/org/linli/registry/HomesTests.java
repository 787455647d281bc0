package org.linli.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.registry.Registered.CITY;
import static org.linli.registry.Registered.CLERK;
import static org.linli.registry.Registered.HUANGYAN;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.codes.ResidentId;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class HomesTests {

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);

    @Autowired
    Communities communities;

    @Autowired
    Homes homes;

    @Autowired
    Divisions divisions;

    @Autowired
    BusinessTime time;

    @Autowired
    JdbcClient jdbc;

    CommunityId id;

    @BeforeEach
    void aHomeDeliveredToZhang() {
        id = Registered.community(communities, divisions);
        homes.addBuilding(id, "1幢", 6, 2, BUILT, CLERK);
        Outcome home = homes.addHome(
                id,
                new Homes.NewHome(1, "1", "101", "RESIDENCE", 8_950L, "REGISTER", "SOLD_UNDELIVERED"),
                BUILT,
                CLERK);
        assertThat(home).isEqualTo(new Outcome.Stored("1"));
        assertStored(change("DELIVERY", "2002-01-10", owner("张三丰", "331002199001010018")));
    }

    @Test
    void deliveryMakesTheBuyerTheOwnerAndTheHomeDelivered() {
        HomeLine home = line("2002-01-10");

        assertThat(home.state()).isEqualTo("DELIVERED");
        assertThat(home.owners()).extracting(HomeLine.Owner::name).containsExactly("张**");
        assertThat(line("2002-01-09").state()).isEqualTo("SOLD_UNDELIVERED");
        assertThat(line("2002-01-09").owners()).isEmpty();
    }

    @Test
    void aSaleInThePastBetweenTwoOwnershipsHoldsUntilTheNextOne() {
        assertStored(change("SALE", "2015-06-01", owner("李四", sound("19750202"))));

        assertStored(change("GIFT", "2010-03-01", owner("王五", sound("19800303"))));

        assertThat(Stream.of("2010-02-28", "2010-03-01", "2015-05-31", "2015-06-01", "2023-11-03")
                        .map(day -> line(day).owners().getFirst().name()))
                .containsExactly("张**", "王*", "王*", "李*", "李*");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                2002-01-10, owned-from-that-day
                2001-12-31, before-first-owner
                2001-01-01, no-such-home-then
                2093-01-01, in-future
                """)
    void aDayThatCannotBeIsRefused(String on, String reason) {
        assertRefused(change("SALE", on, owner("李四", "")), "on", reason);
    }

    @Test
    void aHomeIsDeliveredOnceAndSoldOnlyAfterIt() {
        assertRefused(change("DELIVERY", "2005-01-01", owner("李四", "")), "cause", "already-delivered");
        homes.addHome(id, new Homes.NewHome(1, "1", "102", "RESIDENCE", null, null, "UNSOLD"), BUILT, CLERK);
        assertRefused(change(2, "SALE", "2005-01-01", owner("李四", "")), "cause", "not-delivered");
    }

    @Test
    void aCoupleOwnsTogetherAndTheSamePersonIsOneOwner() {
        Map<String, String> couple = owner("张三丰", "331002199001010018");
        couple.put("form", "JOINT");
        couple.put("owner2.name", "周芷若");
        couple.put("owner2.id_number", sound("19910404"));

        assertStored(change("DIVORCE", "2012-02-02", couple));

        HomeLine home = line("2012-02-02");
        assertThat(home.form()).isEqualTo("JOINT");
        assertThat(home.owners())
                .extracting(HomeLine.Owner::ownerNo)
                .containsExactly(line("2002-01-10").owners().getFirst().ownerNo(), 2);
    }

    @Test
    void sharesMustMakeExactlyTheWhole() {
        Map<String, String> typed = owner("李四", "");
        typed.put("form", "SHARES");
        typed.put("owner1.share", "1/3");
        typed.put("owner2.name", "王五");
        typed.put("owner2.share", "1/2");
        assertForm(typed, "form", "shares-not-whole");

        typed.put("owner2.share", "2/3");
        assertStored(change("INHERITANCE", "2011-01-01", typed));

        assertThat(line("2011-01-01").owners())
                .extracting(HomeLine.Owner::share)
                .containsExactly("1/3", "2/3");
    }

    @Test
    void formsThatContradictThemselvesSayWhy() {
        Map<String, String> typed = owner("李四", "331002199002300017");
        assertForm(typed, "owner1.id_number", "resident-id.DATE");

        typed.put("owner1.id_number", "331002199001010017");
        assertForm(typed, "owner1.id_number", "resident-id.CHECK");

        typed.put("owner1.id_number", sound("20990101"));
        assertForm(typed, "owner1.id_number", "resident-id.DATE");

        Map<String, String> two = owner("李四", "");
        two.put("owner2.name", "王五");
        assertForm(two, "form", "sole-but-several");

        Map<String, String> one = owner("李四", "");
        one.put("form", "JOINT");
        assertForm(one, "form", "several-but-one");

        Map<String, String> twice = owner("张三丰", "331002199001010018");
        twice.put("form", "JOINT");
        twice.put("owner2.name", "张三丰");
        twice.put("owner2.id_number", "331002199001010018");
        assertForm(twice, "form", "same-person-twice");
    }

    @Test
    void anIdentityNumberUnderAnotherNameIsRefusedWithoutSayingWhose() {
        Outcome outcome = change("SALE", "2015-06-01", owner("李四", "331002199001010018"));

        assertRefused(outcome, "owner1.id_number", "id-of-other-name");
        assertThat(outcome.toString()).doesNotContain("张三丰");
    }

    @Test
    void aPlainNameIsShownOnlyWithinTheScopeAndIsLogged() {
        assertThat(homes.disclose(id, 1, "核对选民", new Clerk(2, "外区", HUANGYAN, true)))
                .isEmpty();
        assertThat(homes.disclose(id, 99, "核对选民", CLERK)).isEmpty();

        Homes.Disclosed disclosed = homes.disclose(id, 1, "核对选民", CLERK).orElseThrow();

        assertThat(disclosed.name()).isEqualTo("张三丰");
        assertThat(disclosed.idNumber()).isEqualTo("331002199001010018");
        assertThat(jdbc.sql("select disclosed_to || ' ' || reason from linli.owner_disclosure where community_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .containsExactly("测试员 核对选民");
    }

    @Test
    void aForeignScopeSeesNoHomeAndAnOvertakenFormStoresNothing() {
        assertThat(homes.list(id, BUILT, 0, 0, 10, HUANGYAN)).isEmpty();
        assertThat(homes.list(id, BUILT, 0, 0, 10, RowScope.nothing())).isEmpty();
        int seen = line("2020-01-01").version();
        assertStored(change("SALE", "2015-06-01", owner("李四", "")));

        assertThat(homes.changeOwners(id, 1, seen, read(sale("2016-01-01", owner("王五", ""))), CLERK))
                .isEqualTo(new Outcome.Overtaken());
    }

    @Test
    void theCountsThatCityPagesReadFollow() {
        homes.addHome(id, new Homes.NewHome(1, "1", "102", "RESIDENCE", null, null, "UNSOLD"), BUILT, CLERK);

        assertThat(jdbc.sql("""
                select homes || ' ' || homes_without_area || ' ' || homes_without_owner || ' ' || owners
                from linli.community_facts where community_id = :id
                """).param("id", id.value()).query(String.class).single())
                .isEqualTo("2 1 1 1");
        assertThat(homes.addHome(id, new Homes.NewHome(1, "1", "102", "SHOP", null, null, "UNSOLD"), BUILT, CLERK))
                .isInstanceOf(Outcome.Refused.class);
    }

    private Outcome change(String cause, String on, Map<String, String> owners) {
        return change(1, cause, on, owners);
    }

    private Outcome change(int home, String cause, String on, Map<String, String> owners) {
        Map<String, String> typed = sale(on, owners);
        typed.put("cause", cause);
        int version = homes.find(id, home, time.today(), CITY).orElseThrow().version();
        return homes.changeOwners(id, home, version, read(typed), CLERK);
    }

    private OwnerChange read(Map<String, String> typed) {
        Fields fields = new Fields(typed);
        OwnerChange change = OwnerChange.read(fields, time.today());
        assertThat(fields.isSound()).as(typed.toString()).isTrue();
        return change;
    }

    private static Map<String, String> sale(String on, Map<String, String> owners) {
        Map<String, String> typed = new HashMap<>(owners);
        typed.put("cause", "SALE");
        typed.put("on", on);
        typed.put("evidence", "不动产权证");
        return typed;
    }

    private static Map<String, String> owner(String name, String idNumber) {
        Map<String, String> typed = new HashMap<>();
        typed.put("form", "SOLE");
        typed.put("owner1.name", name);
        typed.put("owner1.id_number", idNumber);
        typed.put("owner1.phone", "13900001234");
        return typed;
    }

    private static String sound(String birthday) {
        String first17 = "331002" + birthday + "001";
        return first17 + ResidentId.checkCharacter(first17);
    }

    private HomeLine line(String day) {
        return homes.find(id, 1, LocalDate.parse(day), CITY).orElseThrow();
    }

    private void assertForm(Map<String, String> typed, String field, String reason) {
        Fields fields = new Fields(sale("2010-01-01", typed));
        OwnerChange.read(fields, time.today());
        assertThat(fields.refused().errors())
                .extracting(error -> error.field() + " " + error.key())
                .contains(field + " registry.refused." + reason);
    }

    private static void assertStored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    }

    private static void assertRefused(Outcome outcome, String field, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.errors())
                                .extracting(error -> error.field() + " " + error.key())
                                .isEqualTo(List.of(field + " registry.refused." + reason)));
    }
}

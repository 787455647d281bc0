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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.claims.ClaimGround;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@LinliTest
class OwnerAmendmentsTests {

    /** Numbers given by {@link ClaimGround} in this order. */
    private static final int WANG = 1;

    private static final int LI = 2;
    private static final int ZHAO = 3;
    private static final Clerk STRANGER = new Clerk(2, "外人", HUANGYAN, false);

    @Autowired
    ClaimGround ground;

    @Autowired
    Homes homes;

    @Autowired
    OwnerAmendments owners;

    @Autowired
    HomeHistories histories;

    @Autowired
    RollSource roll;

    @Autowired
    OwnerContacts contacts;

    @Autowired
    JdbcClient jdbc;

    CommunityId id;

    @BeforeEach
    void twoHomes() {
        id = ground.community();
    }

    @Test
    void aChangeHasItsDayAndACorrectionHasNone() {
        stored(owners.change(
                id,
                ZHAO,
                version(ZHAO),
                data("owner_name", "赵一凡", "evidence", "公安机关更名证明"),
                LocalDate.of(2023, 9, 1),
                CLERK));
        assertThat(owners.change(
                        id,
                        ZHAO,
                        version(ZHAO),
                        data("phone", "13800005599", "evidence", "来电"),
                        LocalDate.of(2023, 8, 31),
                        CLERK))
                .isEqualTo(Outcome.Refused.of("on", "before-last-change", LocalDate.of(2023, 9, 1)));
        stored(owners.correct(
                id, ZHAO, version(ZHAO), data("id_number", "331002199001010018", "evidence", "身份证复印件"), CLERK));

        OwnerFile zhao = find(ZHAO);
        assertThat(zhao.name()).isEqualTo("赵**");
        assertThat(zhao.idNumber()).isEqualTo("331002********0018");
        assertThat(zhao.homes()).singleElement().returns("102", HomeLine::room);
        assertThat(zhao.homesInAll()).isEqualTo(1);
        assertThat(zhao.history()).hasSize(2);
        assertThat(zhao.history().getFirst())
                .returns("CORRECTION", HistoryEntry::act)
                .returns("测试员", HistoryEntry::recordedBy)
                .returns("核对（身份证复印件）", HistoryEntry::reason);
        assertThat(zhao.history().getLast())
                .returns("CHANGE", HistoryEntry::act)
                .returns(LocalDate.of(2023, 9, 1), HistoryEntry::from)
                .returns(List.of(hidden("owner_name")), HistoryEntry::changes);
        assertThat(histories.home(id, 2, CITY))
                .extracting(HistoryEntry::subject)
                .contains("owner", "ownership");
        assertThat(homes.disclose(id, ZHAO, "测试", CLERK).orElseThrow())
                .returns("赵一凡", Homes.Disclosed::name)
                .returns("331002199001010018", Homes.Disclosed::idNumber);
    }

    /** Two masks that look alike would tell nothing was changed. */
    private static HistoryEntry.Change hidden(String field) {
        return new HistoryEntry.Change(field, "~registry.history.hidden", "~registry.history.hidden");
    }

    @Test
    void theRegisterOfTheNextRollFollows() {
        String before = ownerOnRoll(ZHAO).idHash();

        stored(owners.correct(
                id,
                ZHAO,
                version(ZHAO),
                data("id_number", "331002199001010018", "phone", "138 0000 5509", "evidence", "身份证"),
                CLERK));

        assertThat(ownerOnRoll(ZHAO).idHash()).isNotNull().isNotEqualTo(before);
        assertThat(ownerOnRoll(ZHAO).hasPhone()).isTrue();
        assertThat(contacts.isReachable(id, ZHAO)).isTrue();

        stored(owners.change(id, ZHAO, version(ZHAO), data("phone_gone", "on"), DAY, CLERK));

        assertThat(ownerOnRoll(ZHAO).hasPhone()).isFalse();
        assertThat(find(ZHAO).idNumber()).isEqualTo("331002********0018");
    }

    @Test
    void theNumberOfAnotherOwnerIsNeverTakenInSilence() {
        refused(
                owners.correct(id, ZHAO, version(ZHAO), data("id_number", ClaimGround.WANG, "evidence", "身份证"), CLERK),
                "id-of-other-name");

        Map<String, String> sameName = Map.of("owner_name", "王建国", "id_number", ClaimGround.WANG, "evidence", "身份证");
        refused(owners.correct(id, ZHAO, version(ZHAO), data(sameName), CLERK), "id-of-other-owner");
        assertThat(find(WANG).sameNumber()).isEmpty();

        Map<String, String> known = new HashMap<>(sameName);
        known.put("pair_known", "on");
        stored(owners.correct(id, ZHAO, version(ZHAO), data(known), CLERK));

        assertThat(find(ZHAO).sameNumber()).extracting(OwnerFile.Other::number).containsExactly(WANG);
        assertThat(find(WANG).sameNumber()).extracting(OwnerFile.Other::number).containsExactly(ZHAO);
        assertThat(find(WANG).homes()).extracting(HomeLine::homeNo).containsExactly(1);
        assertThat(find(ZHAO).homes()).extracting(HomeLine::homeNo).containsExactly(2);
    }

    @Test
    void whatIsImpossibleIsRefusedAndNothingIsStored() {
        refused(owners.change(id, LI, version(LI), data("phone", "13800005577"), DAY.plusDays(1), CLERK), "in-future");
        refused(owners.correct(id, LI, version(LI), data("phone", "13800005502"), CLERK), "nothing-different");
        assertThat(owners.correct(id, LI, version(LI) + 1, data("phone", "13800005577"), CLERK))
                .isInstanceOf(Outcome.Overtaken.class);
        assertThat(owners.correct(id, LI, version(LI), data("phone", "13800005577"), STRANGER))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(owners.correct(id, 99, 1, data("phone", "13800005577"), CLERK))
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(find(LI).history()).isEmpty();
    }

    @Test
    void aFormIsReadByTheRulesOfTheRegister() {
        assertThat(wrong("id_number", "331002199002300017", "evidence", "身份证"))
                .contains("registry.refused.resident-id.DATE");
        assertThat(wrong("id_number", "331002199001010018")).contains("registry.refused.required");
        assertThat(wrong("owner_name", "王大")).contains("registry.refused.required");
        assertThat(wrong("phone", "123")).contains("registry.refused.intake.NOT_A_PHONE");
        assertThat(wrong()).contains("registry.refused.nothing-typed");
        assertThat(wrong("phone", "13800005577", "phone_gone", "on")).contains("registry.refused.phone-gone-or-new");
    }

    @Test
    void nothingPersonalIsStoredInPlainText() {
        stored(owners.correct(
                id, ZHAO, version(ZHAO), data("owner_name", "赵一凡", "phone", "13800005509", "evidence", "证明"), CLERK));

        assertThat(jdbc.sql("select t::text from linli.owner t where community_id = :id")
                        .param("id", id.value())
                        .query(String.class)
                        .list())
                .noneMatch(row -> row.contains("赵一凡") || row.contains("13800005509"));
    }

    private static List<String> wrong(String... typed) {
        Fields fields = new Fields(typed(typed));
        OwnerData.read(fields, OwnerChange.Kind.PERSON, DAY);
        return fields.refused().errors().stream().map(FieldError::key).toList();
    }

    private static OwnerData data(String... typed) {
        return data(typed(typed));
    }

    private static OwnerData data(Map<String, String> typed) {
        Map<String, String> all = new HashMap<>(typed);
        all.put("reason", "核对");
        Fields fields = new Fields(all);
        OwnerData data = OwnerData.read(fields, OwnerChange.Kind.PERSON, DAY);
        assertThat(fields.isSound()).as("%s", typed).isTrue();
        return data;
    }

    private static Map<String, String> typed(String... pairs) {
        Map<String, String> typed = new HashMap<>(Map.of("reason", "核对"));
        for (int i = 0; i < pairs.length; i += 2) {
            typed.put(pairs[i], pairs[i + 1]);
        }
        return typed;
    }

    private OwnerFile find(int owner) {
        return owners.find(id, owner, CITY).orElseThrow();
    }

    private int version(int owner) {
        return find(owner).version();
    }

    private RollSource.Owner ownerOnRoll(int owner) {
        return roll.listOwners(id, owner - 1, 1, CITY).getFirst();
    }

    private static void stored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Stored.class);
    }

    private static void refused(Outcome outcome, String reason) {
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(((Outcome.Refused) outcome).errors().getFirst().key()).isEqualTo("registry.refused." + reason);
    }
}

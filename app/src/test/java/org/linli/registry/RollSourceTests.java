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
import org.linli.divisions.Divisions;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.messages.Outbox;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;

@LinliTest
class RollSourceTests {

    private static final LocalDate BUILT = LocalDate.of(2001, 5, 1);

    @Autowired
    RollSource roll;

    @Autowired
    OwnerContacts contacts;

    @Autowired
    Outbox outbox;

    @Autowired
    Communities communities;

    @Autowired
    Homes homes;

    @Autowired
    Divisions divisions;

    CommunityId id;

    @BeforeEach
    void threeHomes() {
        id = Registered.community(communities, divisions);
        homes.addBuilding(id, "1幢", 6, 2, BUILT, CLERK);
        for (String room : List.of("101", "102", "103")) {
            homes.addHome(
                    id,
                    new Homes.NewHome(1, "2", room, "RESIDENCE", 8_950L, "SURVEY", "SOLD_UNDELIVERED"),
                    BUILT,
                    CLERK);
        }
        own(
                1,
                "2002-01-10",
                Map.of("form", "JOINT", "owner1.name", "欧阳 小明", "owner1.phone", "13800001234", "owner2.name", "王丽"));
        own(2, "2002-01-10", Map.of("form", "SOLE", "owner1.name", "欧阳小明"));
    }

    @Test
    void tellsThePartsOfADayWithTheirOwners() {
        List<RollSource.Part> parts = roll.listParts(id, DAY, 0, 100, CITY);

        assertThat(parts).extracting(RollSource.Part::room).containsExactly("101", "102", "103");
        assertThat(parts.getFirst())
                .returns("1幢", RollSource.Part::building)
                .returns("2", RollSource.Part::unit)
                .returns(8_950L, RollSource.Part::areaDm2)
                .returns("SURVEY", RollSource.Part::areaSource)
                .returns("JOINT", RollSource.Part::form)
                .returns("DELIVERED", RollSource.Part::state)
                .returns(List.of(1, 2), RollSource.Part::owners);
        assertThat(parts.getLast().owners()).isEmpty();
        assertThat(roll.listParts(id, LocalDate.of(2002, 1, 9), 0, 100, CITY)
                        .getFirst()
                        .owners())
                .isEmpty();
        assertThat(roll.listParts(id, DAY, 1, 1, CITY))
                .extracting(RollSource.Part::homeNo)
                .containsExactly(2);
        assertThat(roll.listParts(id, DAY, 0, 100, HUANGYAN)).isEmpty();
    }

    @Test
    void sameNamesHaveTheSameKeyAndNoNameIsPlain() {
        List<RollSource.Owner> owners = roll.listOwners(id, 0, 100, CITY);

        assertThat(owners).extracting(RollSource.Owner::ownerNo).containsExactly(1, 2, 3);
        assertThat(owners.get(0).nameKey())
                .isEqualTo(owners.get(2).nameKey())
                .isNotEqualTo(owners.get(1).nameKey());
        assertThat(owners).extracting(RollSource.Owner::hasPhone).containsExactly(true, false, false);
        assertThat(owners.toString()).doesNotContain("小明", "13800001234");
        assertThat(roll.listOwners(id, 0, 100, HUANGYAN)).isEmpty();
    }

    @Test
    void writesToARecordedPhoneThatTheSenderNeverSees() {
        assertThat(contacts.isReachable(id, 1)).isTrue();
        assertThat(contacts.send(id, 1, "通知", "您好 " + id)).isTrue();
        assertThat(contacts.isReachable(id, 2)).isFalse();
        assertThat(contacts.send(id, 2, "通知", "无人收到")).isFalse();
        assertThat(outbox.listLatest(2_000))
                .anySatisfy(sent -> {
                    assertThat(sent.phone()).isEqualTo("+8613800001234");
                    assertThat(sent.body()).isEqualTo("您好 " + id);
                })
                .noneMatch(sent -> sent.body().equals("无人收到"));
    }

    private void own(int home, String on, Map<String, String> owners) {
        Map<String, String> typed = new HashMap<>(Map.of("cause", "DELIVERY", "on", on, "evidence", "不动产权证"));
        typed.putAll(owners);
        Fields fields = new Fields(typed);
        OwnerChange change = OwnerChange.read(fields, DAY);
        assertThat(fields.isSound()).as("%s", typed).isTrue();
        assertThat(homes.changeOwners(id, home, 0, change, CLERK)).isInstanceOf(Outcome.Stored.class);
    }
}

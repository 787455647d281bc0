package org.linli.rules.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.decisions.Tallies.weight;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.linli.rules.decisions.roll.RollTerms.OwnerSetRule;
import org.linli.rules.decisions.roll.RollTerms.ParkingRule;

class RollRulesTests {
    private static final RollTerms TERMS = new RollTerms(ParkingRule.OUT, OwnerSetRule.SAME_SET, "developer");

    /** The headcount example of the domain reference a.11. */
    @Test
    void aHundredPartsAreEightyFourHeads() {
        List<Part> parts = example(5);

        Roll roll = RollRules.roll(parts, TERMS);

        assertThat(parts).hasSize(100);
        assertThat(roll.total().heads()).isEqualTo(84);
        assertThat(roll.total().areaDm2()).isEqualTo(100 * 9_000);
        assertThat(roll.gaps()).isEmpty();
        assertThat(roll.entries())
                .filteredOn(RollEntry::developer)
                .singleElement()
                .satisfies(block -> {
                    assertThat(block.parts()).hasSize(15);
                    assertThat(block.owners()).isEmpty();
                    assertThat(block.weight()).isEqualTo(weight("135000/1"));
                });
    }

    @Test
    void aDeliveryBeforeTheSnapshotAddsAHead() {
        assertThat(RollRules.roll(example(4), TERMS).total()).isEqualTo(weight("900000/85"));
    }

    @Test
    void whoOwnsSeveralPartsIsOnePersonWithTheSumOfTheirAreas() {
        Roll roll = RollRules.roll(List.of(house("3", "zhang"), house("1", "zhang"), house("2", "li")), TERMS);

        assertThat(roll.entries())
                .containsExactly(
                        new RollEntry(Set.of("zhang"), new TreeSet<>(Set.of("1", "3")), false, weight("18000/1")),
                        new RollEntry(Set.of("li"), new TreeSet<>(Set.of("2")), false, weight("9000/1")));
    }

    @Test
    void oneOwnerAndACoupleAreTwoPersonsUnlessACommonOwnerMakesThemOne() {
        List<Part> parts = List.of(
                house("1", "zhang"),
                house("2", "zhang", "li"),
                house("3", "li", "zhang"),
                house("4", "wang"),
                house("5", "li", "wang"));

        assertThat(RollRules.roll(parts, TERMS).total().heads()).isEqualTo(4);
        assertThat(RollRules.roll(parts, new RollTerms(ParkingRule.OUT, OwnerSetRule.COMMON_OWNER, null))
                        .entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.owners()).containsOnly("zhang", "li", "wang"));
    }

    @Test
    void whatTheDeveloperOwnsItselfBelongsToItsOnePerson() {
        List<Part> parts = List.of(
                house("1", "developer"),
                new Part("2", PartKind.HOUSE, PartState.UNSOLD, Set.of(), area(9_000)),
                house("3", "developer", "li"),
                house("4", "zhang"));

        assertThat(RollRules.roll(parts, TERMS).total().heads()).isEqualTo(3);
        assertThat(RollRules.roll(parts, new RollTerms(ParkingRule.OUT, OwnerSetRule.SAME_SET, null))
                        .total()
                        .heads())
                .isEqualTo(4);
    }

    @Test
    void aBuyerBeforeDeliveryIsNotYetAPerson() {
        Part bought = new Part("2", PartKind.HOUSE, PartState.SOLD_UNDELIVERED, Set.of("zhang"), area(9_000));

        Roll roll = RollRules.roll(List.of(house("1", "zhang"), bought), TERMS);

        assertThat(roll.entries()).extracting(RollEntry::developer).containsExactly(false, true);
        assertThat(roll.gaps()).isEmpty();
    }

    @Test
    void parkingSpacesAndStallsCountOnlyWhereTheNoticeSaysSo() {
        List<Part> parts = List.of(
                house("1", "zhang"),
                new Part("2", PartKind.PARKING, PartState.DELIVERED, Set.of("zhang"), area(1_250)),
                new Part("3", PartKind.STALL, PartState.DELIVERED, Set.of("li"), area(500)));

        assertThat(RollRules.roll(parts, TERMS).total()).isEqualTo(weight("9000/1"));
        assertThat(RollRules.roll(parts, new RollTerms(ParkingRule.IN, OwnerSetRule.SAME_SET, null))
                        .total())
                .isEqualTo(weight("10750/2"));
    }

    @Test
    void theRegisterPrevailsOverTheSurveyAndTheSurveyOverTheContract() {
        assertThat(withAreas(Map.of(AreaSource.CONTRACT, 3L, AreaSource.REGISTER, 1L, AreaSource.SURVEY, 2L)))
                .hasValue(1);
        assertThat(withAreas(Map.of(AreaSource.CONTRACT, 3L, AreaSource.SURVEY, 2L)))
                .hasValue(2);
        assertThat(withAreas(Map.of(AreaSource.CONTRACT, 3L))).hasValue(3);
        assertThat(withAreas(Map.of())).isEmpty();
    }

    @Test
    void unknownOwnersAreOnePersonEachAndGaps() {
        Roll roll = RollRules.roll(
                List.of(
                        house("1"),
                        house("2"),
                        new Part("3", PartKind.HOUSE, PartState.DELIVERED, Set.of("li"), Map.of())),
                TERMS);

        assertThat(roll.total()).isEqualTo(weight("18000/3"));
        assertThat(roll.gaps())
                .containsExactly(
                        new Roll.Gap("1", Roll.Missing.OWNER),
                        new Roll.Gap("2", Roll.Missing.OWNER),
                        new Roll.Gap("3", Roll.Missing.AREA));
    }

    @Test
    void theOrderOfPartsDoesNotMatterAndNoAreaIsLost() {
        for (int seed = 0; seed < 500; seed++) {
            Random random = new Random(seed);
            List<Part> parts = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                Set<String> owners = new TreeSet<>();
                for (int owner = random.nextInt(4); owner > 0; owner--) {
                    owners.add("owner" + random.nextInt(8));
                }
                parts.add(new Part(
                        "part" + i,
                        PartKind.values()[random.nextInt(3)],
                        PartState.values()[random.nextInt(3)],
                        owners,
                        area(1 + random.nextInt(20_000))));
            }
            for (OwnerSetRule rule : OwnerSetRule.values()) {
                RollTerms terms = new RollTerms(ParkingRule.IN, rule, "owner1");
                Roll before = RollRules.roll(parts, terms);
                Collections.shuffle(parts, random);

                assertThat(RollRules.roll(parts, terms))
                        .as("seed %d, %s", seed, rule)
                        .isEqualTo(before);
                assertThat(before.total().areaDm2())
                        .as("seed %d", seed)
                        .isEqualTo(parts.stream()
                                .mapToLong(part -> part.areaDm2().orElse(0))
                                .sum());
                assertThat(before.total().heads()).isEqualTo(before.entries().size());
            }
        }
    }

    @Test
    void refusesAnAreaOfNothingAndAnEntryThatIsNotOnePerson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Part("1", PartKind.HOUSE, PartState.DELIVERED, Set.of(), area(0)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollEntry(Set.of(), new TreeSet<>(Set.of("1")), false, weight("1/2")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RollEntry(Set.of(), new TreeSet<>(), false, weight("1/1")));
    }

    /** 100 parts; so many of them sold but not delivered, the rest of five delivered to one owner each. */
    private static List<Part> example(int undelivered) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            parts.add(house("w" + i, "wang"));
        }
        parts.add(house("c", "husband", "wife"));
        for (int i = 0; i < 10; i++) {
            parts.add(new Part("u" + i, PartKind.HOUSE, PartState.UNSOLD, Set.of(), area(9_000)));
        }
        for (int i = 0; i < 5; i++) {
            PartState state = i < undelivered ? PartState.SOLD_UNDELIVERED : PartState.DELIVERED;
            parts.add(new Part("s" + i, PartKind.HOUSE, state, Set.of("buyer" + i), area(9_000)));
        }
        for (int i = 0; i < 81; i++) {
            parts.add(house("o" + i, "owner" + i));
        }
        return parts;
    }

    private static java.util.OptionalLong withAreas(Map<AreaSource, Long> areas) {
        return new Part("1", PartKind.HOUSE, PartState.DELIVERED, Set.of("li"), areas).areaDm2();
    }

    private static Part house(String id, String... owners) {
        return new Part(id, PartKind.HOUSE, PartState.DELIVERED, Set.of(owners), area(9_000));
    }

    private static Map<AreaSource, Long> area(long areaDm2) {
        return Map.of(AreaSource.REGISTER, areaDm2);
    }
}

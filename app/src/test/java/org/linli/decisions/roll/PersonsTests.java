package org.linli.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.registry.RollSource.Owner;

class PersonsTests {

    private static final Set<Integer> ALL = Set.of(1, 2, 3, 4, 5);

    private static Owner person(int number, @Nullable String idHash, String nameKey) {
        return new Owner(number, "PERSON", idHash, nameKey, "张*", true);
    }

    @Test
    void theSameDocumentIsTheSamePersonWhateverTheName() {
        Persons persons = new Persons(List.of(person(1, "aa", "zhang"), person(2, "aa", "chang")), Map.of());

        assertThat(persons.of(2)).isEqualTo(1);
        assertThat(persons.openPairs(ALL)).isEmpty();
    }

    @Test
    void aSameNameIsProposedOnlyWhileADocumentIsMissing() {
        Persons persons = new Persons(
                List.of(
                        person(1, "aa", "zhang"),
                        person(2, null, "zhang"),
                        person(3, "bb", "zhang"),
                        person(4, null, "li")),
                Map.of());

        assertThat(persons.openPairs(ALL)).containsExactly(new OwnerPair(1, 2), new OwnerPair(2, 3));
        assertThat(persons.of(2)).isEqualTo(2);
    }

    @Test
    void aRulingMergesOrKeepsApartAndIsNotProposedAgain() {
        List<Owner> owners = List.of(person(1, null, "zhang"), person(2, null, "zhang"), person(3, null, "zhang"));
        Persons persons = new Persons(owners, Map.of(new OwnerPair(1, 2), true, new OwnerPair(1, 3), false));

        assertThat(persons.of(2)).isEqualTo(1);
        assertThat(persons.of(3)).isEqualTo(3);
        assertThat(persons.openPairs(ALL)).containsExactly(new OwnerPair(2, 3));
    }

    @Test
    void allRowsOfTheDeveloperAreOnePersonAndAnOrganisationIsNoPersonOfThatName() {
        Persons persons = new Persons(
                List.of(
                        new Owner(1, "DEVELOPER", null, "kaifa", "开发公司", false),
                        new Owner(2, "DEVELOPER", "cc", "kaifa2", "开发公司二", false),
                        new Owner(3, "ORGANISATION", null, "zhang", "张", false),
                        person(4, null, "zhang")),
                Map.of());

        assertThat(persons.developer()).isEqualTo(1);
        assertThat(persons.of(2)).isEqualTo(1);
        assertThat(persons.developers()).containsExactly(1, 2);
        assertThat(persons.openPairs(ALL)).isEmpty();
    }
}

package org.linli.decisions.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.testing.Homestead;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.rules.decisions.counting.Robustness.Alternative;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The frozen roll becomes the heads that a count reads, and so does each other reading of it. */
@LinliTest
class RollVotersTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    RollVoters voters;

    private VoteFixtures fixtures;

    @BeforeEach
    void fixtures() {
        fixtures = VoteFixtures.in(context);
    }

    @AfterEach
    void restoreTime() {
        fixtures.restoreTime();
    }

    @Test
    void headsAndAreasAreThoseOfTheRollAndOfItsOtherReadings() {
        Homestead home = Homestead.of(context, 4)
                .flat(8_000L, Homestead.person(1), Homestead.person(2)) // a couple with one owner of each of two flats
                .home("PARKING", 1_300L, Homestead.person(3));
        Vote vote = fixtures.aVote(home.id()).noticed();

        List<Voter> frozen = voters.frozen(vote, Set.of()).getOrDefault(1, List.of());
        Map<Alternative, Map<Integer, List<Voter>>> others = voters.alternatives(vote, Set.of());

        assertThat(frozen).hasSize(5).allMatch(voter -> voter.heads() == 1);
        assertThat(area(frozen)).isEqualTo(48_000);
        assertThat(others).containsOnlyKeys(Alternative.PARKING, Alternative.OWNER_SETS);
        assertThat(under(others, Alternative.OWNER_SETS)).hasSize(3);
        assertThat(area(under(others, Alternative.OWNER_SETS))).isEqualTo(48_000);
        assertThat(area(under(others, Alternative.PARKING))).isEqualTo(49_300);
    }

    private static List<Voter> under(Map<Alternative, Map<Integer, List<Voter>>> others, Alternative alternative) {
        return others.getOrDefault(alternative, Map.of()).getOrDefault(1, List.of());
    }

    private static long area(List<Voter> heads) {
        return heads.stream().mapToLong(Voter::areaDm2).sum();
    }
}

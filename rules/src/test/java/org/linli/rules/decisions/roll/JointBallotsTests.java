package org.linli.rules.decisions.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointBallotsTests {
    @ParameterizedTest
    @CsvSource({
        ", zhang, false, MAY_VOTE",
        ", li, true, ALREADY_CAST",
        "li, li, false, MAY_VOTE",
        "li, zhang, false, ANOTHER_WAS_NAMED",
        "li, zhang, true, ANOTHER_WAS_NAMED",
        "seller, zhang, false, MAY_VOTE", // named before the home changed hands
        ", tenant, false, NOT_AN_OWNER"
    })
    void oneOfTheOwnersVotesOnce(@Nullable String named, String voter, boolean cast, JointBallots.Answer expected) {
        assertThat(JointBallots.judge(Set.of("zhang", "li"), named, voter, cast))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"false, false, true", "false, true, false", "true, true, true", "true, false, true"})
    void anOpenObjectionOfACoOwnerMakesItInvalid(boolean named, boolean objection, boolean counts) {
        assertThat(JointBallots.counts(named, objection)).isEqualTo(counts);
    }
}

package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.linli.rules.law.LawSource.GUIDING_RULES;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.matters.Setting;
import org.linli.rules.law.Citation;

class OwnersProposalTests {

    @ParameterizedTest
    @CsvSource({
        "60,        300,        true",
        "59,        300,        false",
        "60,        301,        false",
        "61,        301,        true",
        "1,         5,          true",
        "0,         5,          false",
        "1,         1,          true",
        "0,         0,          false",
        "2000000000, 2147483647, true"
    })
    void aFifthOfTheHeadsIsEnough(int signed, int heads, boolean reached) {
        assertThat(OwnersProposal.isReached(new Weight(0, signed), new Weight(1, heads), RulePacks.TAIZHOU_2021))
                .isEqualTo(reached);
        assertThat(OwnersProposal.countsArea(RulePacks.TAIZHOU_2021)).isFalse();
    }

    /** Guiding rules art. 21, for a city whose pack says so. */
    @ParameterizedTest
    @CsvSource({
        "60, 480000,  300, 2400000, true",
        "60, 479999,  300, 2400000, false",
        "59, 480000,  300, 2400000, false",
        "60, 480000,  300, 2400001, false",
        "60, 480001,  300, 2400001, true",
        "60, 0,       300, 0,       true",
        "0,  0,       0,   0,       false",
        "1,  200000000000, 1, 1000000000000, true"
    })
    void aCityMayAskForAFifthOfTheAreaToo(int signed, long area, int heads, long wholeArea, boolean reached) {
        RulePack pack = RulePacks.TAIZHOU_2021.with(Setting.PROPOSAL_AXES, 2, Citation.known(GUIDING_RULES, "21"));

        assertThat(OwnersProposal.countsArea(pack)).isTrue();
        assertThat(OwnersProposal.isReached(new Weight(area, signed), new Weight(wholeArea, heads), pack))
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"300, 60", "301, 61", "305, 61", "4, 1", "0, 0"})
    void saysHowMuchIsNeeded(int all, int needed) {
        assertThat(OwnersProposal.needed(new Weight(all, 1))).isEqualTo(new Weight(needed, 1));
        assertThat(OwnersProposal.needed(new Weight(0, all))).isEqualTo(new Weight(0, needed));
    }

    @Test
    void refusesMoreSignedThanThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnersProposal.isReached(new Weight(0, 2), new Weight(0, 1), RulePacks.TAIZHOU_2021));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OwnersProposal.isReached(new Weight(2, 1), new Weight(1, 1), RulePacks.TAIZHOU_2021));
    }

    @Test
    void isSignedForNinetyDays() {
        assertThat(OwnersProposal.signedUntil(LocalDate.of(2023, 11, 2), RulePacks.TAIZHOU_2021))
                .isEqualTo(LocalDate.of(2024, 1, 31));
    }

    @Test
    void theVoteIsCalledWithinFifteenDays() {
        LocalDate reached = LocalDate.of(2023, 11, 2);

        assertThat(OwnersProposal.callBy(reached, RulePacks.TAIZHOU_2021, Holidays.NATIONAL))
                .isEqualTo(LocalDate.of(2023, 11, 17));
        assertThat(OwnersProposal.callBy(reached.plusDays(1), RulePacks.TAIZHOU_2021, Holidays.NATIONAL))
                .isEqualTo(LocalDate.of(2023, 11, 20));
    }
}

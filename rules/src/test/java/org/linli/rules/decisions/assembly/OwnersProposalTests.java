package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePacks;

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
        assertThat(OwnersProposal.isReached(signed, heads)).isEqualTo(reached);
    }

    @ParameterizedTest
    @CsvSource({"300, 60", "301, 61", "305, 61", "4, 1", "0, 0"})
    void saysHowManyAreNeeded(int heads, int needed) {
        assertThat(OwnersProposal.needed(heads)).isEqualTo(needed);
    }

    @Test
    void refusesMoreSignedThanThereAre() {
        assertThatIllegalArgumentException().isThrownBy(() -> OwnersProposal.isReached(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> OwnersProposal.isReached(-1, 1));
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

package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;

class PreparatoryGroupTests {
    private static final RulePack PACK = RulePacks.TAIZHOU_2021;
    private static final Holidays HOLIDAYS = Holidays.NATIONAL;

    @ParameterizedTest
    @CsvSource({
        "3, false",
        "4, false",
        "5, true",
        "6, false",
        "7, true",
        "14, false",
        "15, true",
        "16, false",
        "17, false"
    })
    void hasFiveToFifteenMembersAndAnOddNumber(int members, boolean lawful) {
        assertThat(PreparatoryGroup.isLawfulSize(members, PACK)).isEqualTo(lawful);
    }

    @ParameterizedTest
    @CsvSource({"2, 5, false", "3, 5, true", "7, 15, false", "8, 15, true", "5, 10, true", "4, 10, false"})
    void atLeastHalfAreOwners(int owners, int members, boolean enough) {
        assertThat(PreparatoryGroup.hasEnoughOwners(owners, members)).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"5, 2", "7, 3", "15, 7"})
    void asManyOthersAsLeaveRoomForTheOwners(int members, int others) {
        assertThat(PreparatoryGroup.mostOthers(members)).isEqualTo(others);
    }

    @Test
    void itsClocksRunFromTheDayAfterTheFormation() {
        LocalDate formed = LocalDate.of(2023, 6, 5);

        assertThat(PreparatoryGroup.listPostedBy(formed, PACK, HOLIDAYS)).isEqualTo(LocalDate.of(2023, 6, 8));
        // The ninetieth day, 3 September, is a Sunday.
        assertThat(PreparatoryGroup.firstMeetingBy(formed, PACK, HOLIDAYS)).isEqualTo(LocalDate.of(2023, 9, 4));
        assertThat(PreparatoryGroup.dataDue(formed, PACK, HOLIDAYS)).isEqualTo(LocalDate.of(2023, 6, 12));
    }
}

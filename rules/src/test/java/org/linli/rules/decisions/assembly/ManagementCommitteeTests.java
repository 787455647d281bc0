package org.linli.rules.decisions.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManagementCommitteeTests {

    @ParameterizedTest
    @CsvSource({"9, false", "10, false", "11, true", "12, false", "13, true", "15, true", "16, false", "17, false"})
    void hasElevenToFifteenMembersAndAnOddNumber(int members, boolean lawful) {
        assertThat(ManagementCommittee.isLawfulSize(members)).isEqualTo(lawful);
    }

    @ParameterizedTest
    @CsvSource({"6, 11, false", "7, 11, true", "7, 13, false", "8, 13, true", "8, 15, false", "9, 15, true"})
    void atLeastSixtyPerCentAreOwners(int owners, int members, boolean enough) {
        assertThat(ManagementCommittee.hasEnoughOwners(owners, members)).isEqualTo(enough);
    }

    @ParameterizedTest
    @CsvSource({"11, 4", "13, 5", "15, 6"})
    void asManyOthersAsLeaveRoomForTheOwners(int members, int others) {
        assertThat(ManagementCommittee.mostOthers(members)).isEqualTo(others);
        assertThat(ManagementCommittee.hasEnoughOwners(members - others, members))
                .isTrue();
        assertThat(ManagementCommittee.hasEnoughOwners(members - others - 1, members))
                .isFalse();
    }
}

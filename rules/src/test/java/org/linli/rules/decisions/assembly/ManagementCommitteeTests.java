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
}

package org.linli.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoverageTests {
    private static final Set<NotCounted> NOTHING = Set.of();
    private static final Set<NotCounted> SOMETHING = Set.of(NotCounted.COMPANY_INVALID);

    @Test
    void refusesContradictions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Coverage(ServiceState.PROFESSIONAL, true, false, SOMETHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(ServiceState.NONE, false, false, NOTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(ServiceState.BASIC, true, false, NOTHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(ServiceState.ZONE, false, false, SOMETHING));
        assertThatIllegalArgumentException().isThrownBy(() -> new Coverage(ServiceState.NONE, false, true, SOMETHING));
    }

    @Test
    void keepsItsOwnOrderedCopyOfTheReasons() {
        Set<NotCounted> reasons = EnumSet.of(NotCounted.NOT_PROFESSIONAL, NotCounted.CONTRACT_EXPIRED);
        Coverage coverage = new Coverage(ServiceState.NONE, false, false, reasons);
        reasons.clear();

        assertThat(coverage.reasons()).containsExactly(NotCounted.CONTRACT_EXPIRED, NotCounted.NOT_PROFESSIONAL);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> coverage.reasons().clear());
    }
}

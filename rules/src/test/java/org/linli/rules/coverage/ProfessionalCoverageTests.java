package org.linli.rules.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfessionalCoverageTests {
    private static final LocalDate AS_OF = LocalDate.of(2023, 11, 2);
    private static final int TWO_BASIC = ServiceItem.mask(Set.of(ServiceItem.CLEANING, ServiceItem.REPAIR));

    @Test
    void theVersionIsTheOnePublished() {
        assertThat(ProfessionalCoverage.VERSION).isEqualTo("coverage-2023.1");
    }

    @Test
    void nobodyEngagedIsNone() {
        assertThat(ProfessionalCoverage.judge(AS_OF, null))
                .isEqualTo(new Coverage(ServiceState.NONE, false, false, Set.of(NotCounted.NO_ENGAGEMENT)));
    }

    /** All rows: contract from, to, runs on, service start, trial end, company valid, then the result. */
    @ParameterizedTest(name = "{0}..{1} continuing {2}, start {3}, trial {4}, valid {5}: {6} continuing {7}")
    @CsvSource({
        "2023-01-01, 2023-12-31, false, 2023-01-01, , true, '', false",
        "2023-01-01, , false, 2023-01-01, , true, '', false",
        "2023-11-02, 2023-11-02, false, 2023-11-02, , true, '', false",
        "2023-11-03, , false, 2023-11-02, , true, CONTRACT_NOT_YET, false",
        "2023-01-01, 2023-11-01, false, 2023-01-01, , true, CONTRACT_EXPIRED, false",
        "2023-01-01, 2023-11-01, true, 2023-01-01, , true, '', true",
        "2023-01-01, 2023-11-02, true, 2023-01-01, , true, '', false",
        "2023-01-01, , true, 2023-01-01, , true, '', false",
        "2023-01-01, , false, , , true, SIGNED_NOT_STARTED, false",
        "2023-01-01, , false, 2023-11-03, , true, SIGNED_NOT_STARTED, false",
        "2023-01-01, , false, 2023-11-02, , true, '', false",
        "2023-01-01, , false, 2023-01-01, , false, COMPANY_INVALID, false",
        "2023-01-01, , false, 2023-05-02, 2023-12-31, true, '', false", // exactly six months
        "2023-01-01, , false, 2023-05-01, 2023-12-31, true, TRIAL_TOO_LONG, false",
        "2023-01-01, , false, 2023-05-01, 2023-11-02, true, TRIAL_TOO_LONG, false",
        "2023-01-01, , false, 2023-05-01, 2023-11-01, true, '', false", // the trial is over
        "2023-01-01, , false, , 2023-12-31, true, SIGNED_NOT_STARTED, false",
        "2023-01-01, 2023-11-01, true, 2023-11-03, , true, SIGNED_NOT_STARTED, false",
        "2023-11-03, 2023-11-01, false, , , false, "
                + "SIGNED_NOT_STARTED CONTRACT_EXPIRED CONTRACT_NOT_YET COMPANY_INVALID, false"
    })
    void judgesAtEachBoundary(
            LocalDate from,
            @Nullable LocalDate to,
            boolean runsOn,
            @Nullable LocalDate start,
            @Nullable LocalDate trialEnd,
            boolean valid,
            String reasons,
            boolean continuing) {
        Set<NotCounted> expected = reasonsOf(reasons);
        boolean counted = expected.isEmpty();
        for (ServiceKind kind : new ServiceKind[] {ServiceKind.PROFESSIONAL, ServiceKind.ZONE}) {
            ServiceState state = counted ? ServiceState.valueOf(kind.name()) : ServiceState.NONE;

            Coverage coverage = ProfessionalCoverage.judge(
                    AS_OF, new EngagementOn(kind, TWO_BASIC, from, to, runsOn, start, trialEnd, valid));

            assertThat(coverage).isEqualTo(new Coverage(state, counted, continuing, expected));
        }
    }

    @ParameterizedTest(name = "{0}..{1} continuing {2}, start {3}: {4} is in force")
    @CsvSource({
        "2023-01-01, 2023-12-31, false, 2023-01-01, true",
        "2023-11-02, 2023-11-02, false, 2023-11-02, true",
        "2023-01-01, , false, 2023-01-01, true",
        "2023-11-03, , false, 2023-11-02, false",
        "2023-01-01, 2023-11-01, false, 2023-01-01, false",
        "2023-01-01, 2023-11-01, true, 2023-01-01, false", // art. 948 speaks of property service contracts
        "2023-01-01, , false, 2023-11-03, false",
        "2023-01-01, , false, , false"
    })
    void ownAndBottomLineServicesAreAStateButDoNotCount(
            LocalDate from, @Nullable LocalDate to, boolean runsOn, @Nullable LocalDate start, boolean inForce) {
        for (ServiceKind kind : new ServiceKind[] {ServiceKind.SELF_MANAGED, ServiceKind.BASIC}) {
            Coverage coverage = ProfessionalCoverage.judge(
                    AS_OF, new EngagementOn(kind, TWO_BASIC, from, to, runsOn, start, null, true));

            assertThat(coverage.state()).isEqualTo(inForce ? ServiceState.valueOf(kind.name()) : ServiceState.NONE);
            assertThat(coverage.counted()).isFalse();
            assertThat(coverage.continuing()).isFalse();
            assertThat(coverage.reasons()).contains(NotCounted.NOT_PROFESSIONAL);
        }
    }

    @Test
    void twoOfTheFourBasicItemsAreEnough() {
        for (int mask = 0; mask < 2048; mask++) {
            Coverage coverage = ProfessionalCoverage.judge(AS_OF, running(mask));

            boolean enough = Integer.bitCount(mask & 0b1111) >= 2;
            assertThat(coverage.counted()).as("mask %d", mask).isEqualTo(enough);
            assertThat(coverage.reasons()).isEqualTo(enough ? Set.of() : Set.of(NotCounted.TOO_FEW_SERVICES));
        }
    }

    @Test
    void refusesAMaskWithUnknownBits() {
        assertThatIllegalArgumentException().isThrownBy(() -> running(2048));
    }

    @Test
    void betterConditionsNeverAddAReason() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            EngagementOn worse = randomEngagement(random);
            EngagementOn better = new EngagementOn(
                    ServiceKind.PROFESSIONAL,
                    worse.serviceMask() | TWO_BASIC,
                    worse.contractFrom(),
                    null,
                    worse.continuing(),
                    worse.serviceStart(),
                    null,
                    true);

            Set<NotCounted> before = ProfessionalCoverage.judge(AS_OF, worse).reasons();
            Set<NotCounted> after = ProfessionalCoverage.judge(AS_OF, better).reasons();

            assertThat(before).as("seed %d, %s", seed, worse).containsAll(after);
            assertThat(after)
                    .as("seed %d, %s", seed, better)
                    .isSubsetOf(NotCounted.SIGNED_NOT_STARTED, NotCounted.CONTRACT_NOT_YET);
        }
    }

    private static EngagementOn running(int mask) {
        LocalDate from = LocalDate.of(2023, 1, 1);
        return new EngagementOn(ServiceKind.ZONE, mask, from, null, false, from, null, true);
    }

    private static EngagementOn randomEngagement(Random random) {
        return new EngagementOn(
                ServiceKind.values()[random.nextInt(4)],
                random.nextInt(2048),
                AS_OF.plusDays(random.nextInt(-300, 100)),
                random.nextBoolean() ? null : AS_OF.plusDays(random.nextInt(-100, 100)),
                random.nextBoolean(),
                random.nextInt(4) == 0 ? null : AS_OF.plusDays(random.nextInt(-300, 100)),
                random.nextBoolean() ? null : AS_OF.plusDays(random.nextInt(-100, 100)),
                random.nextBoolean());
    }

    private static Set<NotCounted> reasonsOf(String names) {
        Set<NotCounted> reasons = EnumSet.noneOf(NotCounted.class);
        for (NotCounted reason : NotCounted.values()) {
            if (names.contains(reason.name())) {
                reasons.add(reason);
            }
        }
        return reasons;
    }
}

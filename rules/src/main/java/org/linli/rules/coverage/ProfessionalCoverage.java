package org.linli.rules.coverage;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Judges whether a community has professional property service on a day.
 *
 * <p>Source: own definition of 专业物业服务覆盖率 [D], domain reference d.3; service that runs on after the contract's end
 * stays counted and is marked (Civil Code art. 948, in force 2021-01-01 [V]).
 */
public final class ProfessionalCoverage {
    /** Names this definition in every published figure; another definition gets another version. */
    public static final String VERSION = "coverage-2023.1";

    private static final int LONGEST_TRIAL_MONTHS = 6;
    private static final int FEWEST_BASIC_ITEMS = 2;

    private ProfessionalCoverage() {}

    /**
     * Judges one community.
     *
     * @param asOf the day in question
     * @param engagement the engagement known for that day, null when there is none
     */
    public static Coverage judge(LocalDate asOf, @Nullable EngagementOn engagement) {
        if (engagement == null) {
            return new Coverage(ServiceState.NONE, false, false, Set.of(NotCounted.NO_ENGAGEMENT));
        }
        Set<NotCounted> reasons = reasons(asOf, engagement);
        boolean counted = reasons.isEmpty();
        boolean continuing = counted && isPastEnd(asOf, engagement);
        return new Coverage(state(asOf, engagement, counted), counted, continuing, reasons);
    }

    private static Set<NotCounted> reasons(LocalDate asOf, EngagementOn engagement) {
        Set<NotCounted> reasons = EnumSet.noneOf(NotCounted.class);
        if (!hasStarted(asOf, engagement)) {
            reasons.add(NotCounted.SIGNED_NOT_STARTED);
        }
        if (isPastEnd(asOf, engagement) && !engagement.continuing()) {
            reasons.add(NotCounted.CONTRACT_EXPIRED);
        }
        if (engagement.contractFrom().isAfter(asOf)) {
            reasons.add(NotCounted.CONTRACT_NOT_YET);
        }
        if (!engagement.companyValid()) {
            reasons.add(NotCounted.COMPANY_INVALID);
        }
        if (isTrialTooLong(asOf, engagement)) {
            reasons.add(NotCounted.TRIAL_TOO_LONG);
        }
        if (basicItems(engagement) < FEWEST_BASIC_ITEMS) {
            reasons.add(NotCounted.TOO_FEW_SERVICES);
        }
        if (!isProfessional(engagement.kind())) {
            reasons.add(NotCounted.NOT_PROFESSIONAL);
        }
        return reasons;
    }

    private static ServiceState state(LocalDate asOf, EngagementOn engagement, boolean counted) {
        boolean inForce = !engagement.contractFrom().isAfter(asOf)
                && !isPastEnd(asOf, engagement)
                && hasStarted(asOf, engagement);
        return switch (engagement.kind()) {
            case PROFESSIONAL -> counted ? ServiceState.PROFESSIONAL : ServiceState.NONE;
            case ZONE -> counted ? ServiceState.ZONE : ServiceState.NONE;
            case SELF_MANAGED -> inForce ? ServiceState.SELF_MANAGED : ServiceState.NONE;
            case BASIC -> inForce ? ServiceState.BASIC : ServiceState.NONE;
        };
    }

    private static boolean hasStarted(LocalDate asOf, EngagementOn engagement) {
        LocalDate start = engagement.serviceStart();
        return start != null && !start.isAfter(asOf);
    }

    private static boolean isPastEnd(LocalDate asOf, EngagementOn engagement) {
        LocalDate end = engagement.contractTo();
        return end != null && end.isBefore(asOf);
    }

    private static boolean isTrialTooLong(LocalDate asOf, EngagementOn engagement) {
        LocalDate start = engagement.serviceStart();
        LocalDate trialEnd = engagement.trialEnd();
        boolean onTrial = trialEnd != null && !trialEnd.isBefore(asOf);
        return onTrial && start != null && asOf.isAfter(start.plusMonths(LONGEST_TRIAL_MONTHS));
    }

    private static long basicItems(EngagementOn engagement) {
        return ServiceItem.ofMask(engagement.serviceMask()).stream()
                .filter(ServiceItem::isBasic)
                .count();
    }

    private static boolean isProfessional(ServiceKind kind) {
        return kind == ServiceKind.PROFESSIONAL || kind == ServiceKind.ZONE;
    }
}

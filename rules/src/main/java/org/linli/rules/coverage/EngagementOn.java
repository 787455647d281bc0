package org.linli.rules.coverage;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a community's engagement in force on a day.
 *
 * @param kind who serves
 * @param serviceMask agreed items as of {@link ServiceItem#mask}
 * @param contractFrom first day of the contract
 * @param contractTo last day of the contract, null when open
 * @param continuing whether service runs on after the contract's end (Civil Code art. 948)
 * @param serviceStart day the service began as confirmed by the street, null while unconfirmed
 * @param trialEnd last day of a trial, null without trial
 * @param companyValid whether the company has a valid credit code and is active
 */
public record EngagementOn(
        ServiceKind kind,
        int serviceMask,
        LocalDate contractFrom,
        @Nullable LocalDate contractTo,
        boolean continuing,
        @Nullable LocalDate serviceStart,
        @Nullable LocalDate trialEnd,
        boolean companyValid) {
    /** Refuses a mask with unknown bits. */
    public EngagementOn {
        ServiceItem.ofMask(serviceMask);
    }
}

package org.linli.rules.decisions.calendar;

import java.time.LocalDate;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;

/**
 * The days around the end of a property contract; what the contract itself agrees goes before them.
 *
 * <p>Source: Taizhou regulation art. 40 [V]; Civil Code arts. 946 and 947 [V]. Days counted backwards are not moved by
 * holidays, because that would shorten somebody's notice.
 *
 * @param contractEnd last day of the contract
 * @param pack numbers in force
 */
public record CompanyChange(LocalDate contractEnd, RulePack pack) {
    /** The day on which the committee calls the vote on renewal or another company. */
    public LocalDate renewalVoteBy() {
        return contractEnd.minusDays(pack.value(Setting.RENEWAL_VOTE_DAYS));
    }

    /** The last day on which the company may say that it will not renew. */
    public LocalDate nonRenewalNoticeBy() {
        return contractEnd.minusDays(pack.value(Setting.NON_RENEWAL_NOTICE_DAYS));
    }

    /** The first day on which a dismissal notified on a day can take effect. */
    public LocalDate dismissalFrom(LocalDate notifiedOn) {
        return Periods.earliest(notifiedOn, pack.value(Setting.DISMISSAL_NOTICE_DAYS));
    }

    /** The last day for the old company to leave and hand over. @param endedOn the day its contract ended */
    public LocalDate exitBy(LocalDate endedOn, Holidays holidays) {
        return Periods.due(endedOn, pack.value(Setting.EXIT_DAYS), holidays);
    }
}

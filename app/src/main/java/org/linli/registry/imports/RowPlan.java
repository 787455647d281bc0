package org.linli.registry.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one row would store.
 *
 * @param row the row's number in the file
 * @param community the community it adds or changes, null when it speaks of none
 * @param company the company it adds or changes, null when it speaks of none
 * @param engagement the engagement's facts with company code, null for none
 * @param engagementOutcome what becomes of the engagement
 * @param changes what is changed in the registry, before and after
 */
record RowPlan(
        int row,
        @Nullable CommunityPlan community,
        @Nullable CompanyPlan company,
        @Nullable Facts engagement,
        Outcome engagementOutcome,
        List<Change> changes) {

    RowPlan {
        changes = List.copyOf(changes);
    }

    /** @param known null for a new one @param division 9 or 12 digits @param facts of the sheet laid over the known */
    record CommunityPlan(Outcome outcome, Known.@Nullable Community known, String division, Facts facts) {}

    /** @param first whether this row is the one that stores the company */
    record CompanyPlan(Outcome outcome, String code, boolean first, String county, Facts facts) {}

    /** The row's outcome as a whole: the strongest of its parts. */
    Outcome outcome() {
        Outcome outcome = engagementOutcome;
        if (community != null && community.outcome().compareTo(outcome) < 0) {
            outcome = community.outcome();
        }
        if (community == null && engagement == null && company != null) {
            outcome = company.outcome();
        }
        return outcome;
    }
}

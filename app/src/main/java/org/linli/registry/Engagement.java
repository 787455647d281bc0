package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;

/**
 * One recorded version of who serves a community.
 *
 * @param number which engagement of the community
 * @param version last version of the engagement, which a form must carry back
 * @param rowVersion the version shown
 * @param companyName its name today, empty without a company
 * @param serviceStartOn day the service began as confirmed by the street; null while unconfirmed
 * @param startEvidence what shows it
 * @param validFrom first day of these terms
 * @param validTo first day they no longer hold; null: still
 */
public record Engagement(
        CommunityId community,
        int number,
        int version,
        int rowVersion,
        EngagementTerms terms,
        String companyName,
        @Nullable LocalDate serviceStartOn,
        @Nullable String startEvidence,
        @Nullable String startConfirmedBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedBy,
        String act,
        String reason) {

    public boolean isInForce(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }
}

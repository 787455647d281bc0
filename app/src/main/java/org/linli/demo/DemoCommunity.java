package org.linli.demo;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.rules.coverage.ServiceKind;
import org.linli.rules.registry.CommunityType;

/** An invented community before it becomes rows. Areas in 0.01 m², positions in 0.000001 degree. */
record DemoCommunity(
        long id,
        String code,
        String name,
        String division,
        @Nullable String address,
        CommunityType type,
        @Nullable Integer yearBuilt,
        @Nullable Long gfaDm2,
        int buildings,
        int households,
        int residents,
        int longitudeE6,
        int latitudeE6,
        LocalDate registeredOn,
        @Nullable LocalDate verifiedBefore,
        @Nullable LocalDate verifiedOn,
        List<Contract> contracts) {

    /**
     * One contract; several follow each other without a gap.
     *
     * @param companyIndex place in the list of companies, -1 for none
     * @param engagementNo same number: a renewal by the same company
     */
    record Contract(
            int engagementNo,
            int companyIndex,
            ServiceKind kind,
            int serviceMask,
            LocalDate from,
            @Nullable LocalDate to,
            boolean continuing,
            @Nullable LocalDate serviceStart,
            @Nullable LocalDate trialEnd,
            long feeFen,
            @Nullable LocalDate validTo) {}
}

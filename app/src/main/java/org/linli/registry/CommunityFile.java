package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.figures.AsOf;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.city.CommunityDay;

/**
 * The one file of a community on one day.
 *
 * @param version last version of the file at all, which a form must carry back
 * @param rowVersion the version shown
 * @param asOf the day and knowledge shown
 * @param day what the city's read model says of it on that day
 */
public record CommunityFile(
        CommunityId id,
        String code,
        int version,
        int rowVersion,
        CommunityBase base,
        @Nullable LocalDate verifiedOn,
        @Nullable String verifiedBy,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedBy,
        String act,
        String reason,
        List<ExternalCode> externalCodes,
        AsOf asOf,
        Optional<CommunityDay> day) {

    /** The same community under the number of another system. @param system its name, such as 维修资金 */
    public record ExternalCode(String system, String code) {}
}

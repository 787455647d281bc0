package org.linli.registry.city;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.rules.coverage.Coverage;
import org.linli.rules.registry.BaseField;

/**
 * A community as it was on one day.
 *
 * @param division its neighbourhood, or its street while the neighbourhood is unknown
 * @param searchable name, alias, code and pinyin in one text
 * @param coverage what the coverage rule says of it
 * @param company name of the serving company, empty without
 * @param serviceStart confirmed start of the present company's service; who served before it is not its merit
 * @param missing mandatory fields of its file that are blank
 * @param due whether its base registration is due on this day, by the days it has been served by anybody without a gap
 * @param complete whether its file is complete and verified by the street within twelve months
 * @param longitudeE6 and latitudeE6 in 0.000001 degree
 */
public record CommunityDay(
        long id,
        String code,
        String name,
        String division,
        String searchable,
        Coverage coverage,
        String company,
        @Nullable LocalDate serviceStart,
        @Nullable LocalDate verifiedOn,
        Set<BaseField> missing,
        boolean due,
        boolean complete,
        int households,
        int residents,
        @Nullable Integer longitudeE6,
        @Nullable Integer latitudeE6) {}

package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CompanyCode;

/**
 * The one file of a company on one day.
 *
 * @param codeValid whether the credit code passes its checks
 * @param version last version of the file at all, which a form must carry back
 * @param rowVersion the version shown
 */
public record CompanyFile(
        CompanyCode code,
        boolean codeValid,
        int version,
        int rowVersion,
        CompanyBase base,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Instant recordedAt,
        String recordedBy,
        String act,
        String reason) {}

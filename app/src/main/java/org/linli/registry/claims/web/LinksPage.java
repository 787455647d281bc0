package org.linli.registry.claims.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Links;

/** Guardians and representatives, those that wait and those accepted. */
public record LinksPage(LocalDate today, List<Links.File> waiting, List<Links.File> accepted) {

    /** @param refused why the last act was refused; null when none was */
    public record File(LocalDate today, Links.File file, ClaimResult.@Nullable Reason refused) {}
}

package org.linli.rules.decisions.matters;

import java.util.ArrayList;
import java.util.List;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/**
 * The articles that the thresholds rest on, as every notice and public bundle names them.
 *
 * <p>Source: Civil Code art. 278 ¶2 and art. 1259 [V]; Taizhou regulation art. 16 [V], which repeats them for its city.
 */
public final class ThresholdSources {
    private static final String TAIZHOU = "3310";

    private ThresholdSources() {}

    public static List<Citation> of(RulePack pack) {
        List<Citation> sources = new ArrayList<>(
                List.of(Citation.read(LawSource.CIVIL_CODE, "278"), Citation.read(LawSource.CIVIL_CODE, "1259")));
        if (pack.division().startsWith(TAIZHOU)) {
            sources.add(Citation.read(LawSource.TAIZHOU_REGULATION, "16"));
        }
        return List.copyOf(sources);
    }

    /** The same as one word each, such as {@code CIVIL_CODE 278}. */
    public static List<String> codes(RulePack pack) {
        return of(pack).stream()
                .map(citation -> citation.source().name() + " " + citation.articles())
                .toList();
    }
}

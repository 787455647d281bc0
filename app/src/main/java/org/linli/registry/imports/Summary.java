package org.linli.registry.imports;

import java.util.List;

/**
 * Counts of what an import would store or has stored. Rows: {@code rows = stored + same + refused + excluded}.
 *
 * @param rows rows of data in the sheet
 * @param stored rows that add or change something
 * @param same rows that say what the registry says already
 * @param refused rows with a problem
 * @param excluded rows the clerk leaves out
 * @param skipped rows that are no data: totals, notes, signatures
 * @param things by kind of thing
 */
public record Summary(int rows, int stored, int same, int refused, int excluded, int skipped, List<Things> things) {

    /** @param what community, company, engagement, home or owner @param added new ones @param changed changed ones @param same unchanged ones */
    public record Things(String what, int added, int changed, int same) {}

    /** The counts of one kind of thing, zeros if there is none. */
    public Things of(String what) {
        return things.stream()
                .filter(one -> one.what().equals(what))
                .findFirst()
                .orElse(new Things(what, 0, 0, 0));
    }
}

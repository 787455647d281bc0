package org.linli.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of one owner, masked.
 *
 * @param version of the row, which a form must carry back
 * @param idKind null when the number is unknown
 * @param idNumber and {@code phone}: empty when unknown
 * @param homes those owned today, the first {@value #MOST_HOMES} of them
 * @param homesInAll how many that are
 * @param sameNumber other owners of the community under the same number: a pair to be looked at, which nobody merges
 * @param history newest first
 */
public record OwnerFile(
        int number,
        int version,
        OwnerChange.Kind kind,
        String name,
        @Nullable String idKind,
        String idNumber,
        String phone,
        List<HomeLine> homes,
        int homesInAll,
        List<OwnerFile.Other> sameNumber,
        List<HistoryEntry> history) {

    /** A developer may own hundreds. */
    static final int MOST_HOMES = 50;

    public record Other(int number, String name) {}
}

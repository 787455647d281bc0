package org.linli.decisions.roll;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who stands behind an entry today: weights stay as frozen, people follow the register.
 *
 * @param all owners of its homes today, co-owners too; those of the record day while the register knows nobody
 * @param voting those of them through whom the entry's one vote may be cast
 */
public record OwnersToday(SortedSet<Integer> all, SortedSet<Integer> voting) {
    public OwnersToday {
        all = Collections.unmodifiableSortedSet(new TreeSet<>(all));
        voting = Collections.unmodifiableSortedSet(new TreeSet<>(voting));
    }
}

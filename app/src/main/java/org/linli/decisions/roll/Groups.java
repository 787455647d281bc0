package org.linli.decisions.roll;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Things that were said to belong together, by pairs. @param <T> compared to choose the group's name: its smallest member */
final class Groups<T extends Comparable<T>> {

    private final Map<T, T> parents = new HashMap<>();

    void join(T one, T other) {
        T first = of(one);
        T second = of(other);
        int order = first.compareTo(second);
        if (order < 0) {
            parents.put(second, first);
        } else if (order > 0) {
            parents.put(first, second);
        }
    }

    /** The smallest member of its group. */
    T of(T member) {
        T group = member;
        for (@Nullable T next = parents.get(group); next != null; next = parents.get(group)) {
            group = next;
        }
        return group;
    }
}

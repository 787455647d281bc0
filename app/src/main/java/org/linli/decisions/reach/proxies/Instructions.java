package org.linli.decisions.reach.proxies;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.AnswerText;

/**
 * What a grantor wants on each decision.
 *
 * @param fixed the answer the proxy casts, by decision
 * @param discretion decisions in which the proxy chooses
 */
public record Instructions(SortedMap<Integer, Answer> fixed, SortedSet<Integer> discretion) {
    public Instructions {
        fixed = Collections.unmodifiableSortedMap(new TreeMap<>(fixed));
        discretion = Collections.unmodifiableSortedSet(new TreeSet<>(discretion));
    }

    String text() {
        return AnswerText.write(fixed) + "|"
                + discretion.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static Instructions read(String text) {
        int bar = text.lastIndexOf('|');
        String open = text.substring(bar + 1);
        return new Instructions(
                AnswerText.read(text.substring(0, bar)),
                open.isEmpty()
                        ? new TreeSet<>()
                        : Arrays.stream(open.split(",", -1))
                                .map(Integer::valueOf)
                                .collect(Collectors.toCollection(TreeSet::new)));
    }
}

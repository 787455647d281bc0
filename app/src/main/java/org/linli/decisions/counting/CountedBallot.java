package org.linli.decisions.counting;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.CastRequest.Channel;

/**
 * The ballot that counts for an entry: its last one that was not annulled.
 *
 * @param entry the roll entry's identifier
 * @param attempt from 1
 * @param channel how it came
 * @param contested whether somebody's denial of it waits for a ruling
 * @param answers by number of the decision; unmodifiable
 */
public record CountedBallot(
        String entry, int attempt, Channel channel, boolean contested, SortedMap<Integer, Answer> answers) {
    public CountedBallot {
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
    }
}

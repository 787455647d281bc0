package org.linli.platform.sheets;

import java.util.HashMap;
import java.util.Map;

/** Guesses what separates the fields of a text: comma, semicolon or tab. */
final class CsvSeparator {

    /** In order of preference when the text speaks equally for several. */
    private static final char[] CANDIDATES = {',', ';', '\t'};

    private static final int LINES = 20;

    private CsvSeparator() {}

    /**
     * The candidate that the most of the first 20 lines hold the same number of times, at least once; if several do, the
     * most frequent one. What stands in quotes does not count.
     */
    static char guess(CharSequence beginning) {
        char best = CANDIDATES[0];
        long bestScore = -1;
        for (char candidate : CANDIDATES) {
            long score = score(beginning, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    private static long score(CharSequence text, char candidate) {
        Map<Integer, Integer> linesByCount = new HashMap<>();
        boolean quoted = false;
        int lines = 0;
        int inLine = 0;
        int total = 0;
        for (int i = 0; i <= text.length() && lines < LINES; i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == candidate && !quoted) {
                inLine++;
            } else if ((c == '\n' && !quoted) || i == text.length()) {
                if (inLine > 0) {
                    linesByCount.merge(inLine, 1, Integer::sum);
                }
                total += inLine;
                inLine = 0;
                lines++;
            }
        }
        int agreeing = linesByCount.values().stream().mapToInt(n -> n).max().orElse(0);
        return ((long) agreeing << 32) + total;
    }
}

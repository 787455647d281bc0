package org.linli.rules.intake;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Names of communities and companies: one way of writing, and how near two names are. Source: own method [D]. */
public final class NameText {
    private static final String CJK = "[\\p{IsHan}（）]";
    private static final Pattern INNER_SPACE = Pattern.compile("(?<=" + CJK + ") (?=" + CJK + ")");
    private static final Pattern NO_PART = Pattern.compile("[\\p{P}\\p{S}\\s]");
    private static final Pattern ESTATE = Pattern.compile("(?:住宅小区|居住小区|住宅区|居住区)$");
    private static final Pattern PHASE = Pattern.compile("第?([一二三四五六七八九十])(?=[期区])|第([1-9])(?=[期区])");
    private static final String NUMERALS = "一二三四五六七八九十";

    private NameText() {}

    /** The name with full-width brackets, half-width letters and digits, and no space between Chinese characters. */
    public static String clean(String name) {
        String brackets = Texts.normalise(name).replace('(', '（').replace(')', '）');
        return INNER_SPACE.matcher(brackets).replaceAll("");
    }

    /**
     * A key that likely duplicates share: without brackets, spaces and signs, in lower case, with phases in digits and
     * 住宅小区, 居住区 and the like as 小区. 小区, 花园 and 苑 tell communities apart and stay.
     */
    public static String key(String name) {
        String bare = NO_PART.matcher(clean(name)).replaceAll("").toLowerCase(Locale.ROOT);
        String estate = ESTATE.matcher(bare).replaceFirst("小区");
        return PHASE.matcher(estate).replaceAll(NameText::phase);
    }

    private static String phase(MatchResult phase) {
        return phase.group(1) == null ? phase.group(2) : Integer.toString(NUMERALS.indexOf(phase.group(1)) + 1);
    }

    /**
     * The least number of insertions, deletions, replacements and swaps of neighbours that turn one text into the other,
     * counted in Unicode characters; a metric (Damerau–Levenshtein without restriction).
     */
    public static int distance(String a, String b) {
        int[] left = a.codePoints().toArray();
        int[] right = b.codePoints().toArray();
        int far = left.length + right.length;
        int[][] cost = new int[left.length + 2][right.length + 2];
        cost[0][0] = far;
        for (int i = 0; i <= left.length; i++) {
            cost[i + 1][0] = far;
            cost[i + 1][1] = i;
        }
        for (int j = 0; j <= right.length; j++) {
            cost[0][j + 1] = far;
            cost[1][j + 1] = j;
        }
        Map<Integer, Integer> lastRowOf = new HashMap<>();
        for (int i = 1; i <= left.length; i++) {
            int lastMatch = 0;
            for (int j = 1; j <= right.length; j++) {
                int row = lastRowOf.getOrDefault(right[j - 1], 0);
                int column = lastMatch;
                boolean same = left[i - 1] == right[j - 1];
                if (same) {
                    lastMatch = j;
                }
                int replaced = cost[i][j] + (same ? 0 : 1);
                int shifted = 1 + Math.min(cost[i + 1][j], cost[i][j + 1]);
                int swapped = cost[row][column] + (i - row - 1) + 1 + (j - column - 1);
                cost[i + 1][j + 1] = Math.min(Math.min(replaced, shifted), swapped);
            }
            lastRowOf.put(left[i - 1], i);
        }
        return cost[left.length + 1][right.length + 1];
    }
}

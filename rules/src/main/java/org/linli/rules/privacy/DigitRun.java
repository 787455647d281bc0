package org.linli.rules.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.linli.rules.HalfWidth;

/**
 * Digits that follow each other with nothing but blanks, dashes and dots between them, as people write or hide long numbers.
 *
 * @param digits {@code 0} to {@code 9}; a last {@code X} belongs to a run of 17 digits or more
 * @param places where each stands in the text
 * @param starts indexes into {@code digits} at which a group begins; 0 first
 */
record DigitRun(String digits, List<Integer> places, List<Integer> starts) {

    /** Digits as Chinese writes them one by one; 十 and 百 are no digits. */
    private static final String CHINESE = "〇一二三四五六七八九";

    private static final String BETWEEN = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212.·•_";
    private static final int BEFORE_X = 17;

    DigitRun {
        places = List.copyOf(places);
        starts = List.copyOf(starts);
    }

    /** All runs of a text, in their order. */
    static List<DigitRun> of(String text) {
        List<DigitRun> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (digit(text.charAt(at)) < 0) {
                at++;
                continue;
            }
            DigitRun run = from(text, at);
            runs.add(run);
            at = run.places.getLast() + 1;
        }
        return runs;
    }

    private static DigitRun from(String text, int first) {
        StringBuilder digits = new StringBuilder();
        List<Integer> places = new ArrayList<>();
        List<Integer> starts = new ArrayList<>();
        boolean apart = true;
        boolean chinese = false;
        for (int at = first; at < text.length(); at++) {
            char c = text.charAt(at);
            int digit = digit(c);
            boolean last = digit < 0 && digits.length() >= BEFORE_X && isX(c);
            if (digit >= 0 || last) {
                boolean isChinese = CHINESE.indexOf(c) >= 0 || c == '零';
                if (apart || isChinese != chinese) {
                    starts.add(digits.length());
                }
                digits.append(last ? "X" : Integer.toString(digit));
                places.add(at);
                apart = false;
                chinese = isChinese;
            } else if (isBetween(c)) {
                apart = true;
            } else {
                break;
            }
            if (last) {
                break;
            }
        }
        return new DigitRun(digits.toString(), places, starts);
    }

    /** The digit that a character stands for, -1 for none. */
    private static int digit(char c) {
        int chinese = CHINESE.indexOf(c == '零' ? '〇' : c);
        return chinese >= 0 ? chinese : Character.digit(c, 10);
    }

    private static boolean isX(char c) {
        return HalfWidth.of(String.valueOf(c)).equalsIgnoreCase("X");
    }

    private static boolean isBetween(char c) {
        return HalfWidth.isSpace(c) && c != '\n' || BETWEEN.indexOf(HalfWidth.of(String.valueOf(c))) >= 0;
    }

    int length() {
        return digits.length();
    }

    /** Whether a group begins here, or the run ends. */
    boolean isEdge(int index) {
        return index == length() || starts.contains(index);
    }

    /** The lengths of the groups from one edge to another: {@code 3,4,4}. */
    String shape(int begin, int end) {
        List<Integer> edges = IntStream.rangeClosed(begin, end)
                .filter(index -> index == end || starts.contains(index))
                .boxed()
                .toList();
        return IntStream.range(1, edges.size())
                .mapToObj(i -> Integer.toString(edges.get(i) - edges.get(i - 1)))
                .collect(Collectors.joining(","));
    }

    int place(int index) {
        return places.get(index);
    }
}

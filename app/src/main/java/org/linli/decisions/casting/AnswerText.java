package org.linli.decisions.casting;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Answers as one line of text, the same for the same answers: {@code 1=AGREE;2=OPTION:3;3=MARKS:1,4}. Two people who read the same
 * from a paper wrote the same text; no answers are the empty text.
 */
public final class AnswerText {

    private AnswerText() {}

    public static String write(SortedMap<Integer, Answer> answers) {
        return answers.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + one(entry.getValue()))
                .collect(Collectors.joining(";"));
    }

    private static String one(Answer answer) {
        return answer.options().isEmpty()
                ? answer.kind().name()
                : answer.kind().name()
                        + answer.options().stream().map(String::valueOf).collect(Collectors.joining(",", ":", ""));
    }

    /** @throws IllegalArgumentException if the text was not written by {@link #write} */
    public static SortedMap<Integer, Answer> read(String text) {
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        if (text.isEmpty()) {
            return answers;
        }
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("no answers: " + part.length() + " characters");
            }
            answers.put(Integer.parseInt(part.substring(0, equals)), answer(part.substring(equals + 1)));
        }
        return Collections.unmodifiableSortedMap(answers);
    }

    private static Answer answer(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Answer.of(Answer.Kind.valueOf(text));
        }
        TreeSet<Integer> options = Arrays.stream(text.substring(colon + 1).split(",", -1))
                .map(Integer::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Answer(Answer.Kind.valueOf(text.substring(0, colon)), options);
    }
}

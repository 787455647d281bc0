package org.linli.decisions.reach;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.casting.Answer;

/**
 * Answers as one canonical text: {@code 1=AGREE;2=OPTION:3;3=MARKS:1,4}. Two people who read the same from a paper wrote the same
 * text.
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
                : answer.kind() + ":"
                        + answer.options().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** @throws IllegalArgumentException if {@link #write} never wrote it */
    public static SortedMap<Integer, Answer> read(String text) {
        SortedMap<Integer, Answer> answers = new TreeMap<>();
        if (text.isEmpty()) {
            return answers;
        }
        for (String part : text.split(";", -1)) {
            int equals = part.indexOf('=');
            int colon = part.indexOf(':');
            String kind = part.substring(equals + 1, colon < 0 ? part.length() : colon);
            TreeSet<Integer> options = colon < 0
                    ? new TreeSet<>()
                    : Arrays.stream(part.substring(colon + 1).split(",", -1))
                            .map(Integer::valueOf)
                            .collect(Collectors.toCollection(TreeSet::new));
            answers.put(Integer.valueOf(part.substring(0, equals)), new Answer(Answer.Kind.valueOf(kind), options));
        }
        return answers;
    }
}

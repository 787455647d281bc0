package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.platform.web.Texts;

/**
 * A decision as a form asks it.
 *
 * @param marks candidates to be ticked, empty unless it is an election
 * @param choices one of them is chosen
 */
public record Question(int number, String wording, int seats, List<Choice> marks, List<Choice> choices) {

    /** @param label a text, or {@code ~} and a text key */
    public record Choice(String value, String label, boolean chosen) {}

    /** Answers in words, to be read back. @param decision its number and question */
    public record Said(int number, String decision, String answer) {}

    static List<Said> said(Vote vote, SortedMap<Integer, Answer> answers, Texts texts) {
        return answers.entrySet().stream()
                .map(entry -> {
                    DecisionItem item = vote.item(entry.getKey());
                    return new Said(item.number(), item.wording(), words(item, entry.getValue(), texts));
                })
                .toList();
    }

    private static String words(DecisionItem item, Answer answer, Texts texts) {
        Map<Integer, String> labels = item.options().stream()
                .collect(Collectors.toMap(DecisionItem.Option::number, DecisionItem.Option::label));
        return answer.options().isEmpty()
                ? texts.t("reach.answer."
                        + (item.kind() == DecisionKind.ELECTION && answer.kind() == Answer.Kind.BLANK
                                ? "NOBODY"
                                : answer.kind().name()))
                : answer.options().stream()
                        .map(number -> labels.getOrDefault(number, number.toString()))
                        .collect(Collectors.joining(texts.isChinese() ? "、" : ", "));
    }
}

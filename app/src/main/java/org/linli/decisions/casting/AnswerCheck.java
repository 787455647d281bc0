package org.linli.decisions.casting;

import java.util.Set;
import java.util.SortedMap;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer.Kind;

/** Whether answers are what a ballot of this vote can say. Paper may also be blank, over-marked or unreadable in a question. */
final class AnswerCheck {

    private AnswerCheck() {}

    /** @param asked numbers of the decisions in which the entry has a vote */
    static boolean fits(Vote vote, Set<Integer> asked, SortedMap<Integer, Answer> answers, boolean paper) {
        return answers.keySet().equals(asked)
                && answers.entrySet().stream()
                        .allMatch(entry -> fits(vote.item(entry.getKey()), entry.getValue(), paper));
    }

    private static boolean fits(DecisionItem item, Answer answer, boolean paper) {
        if (answer.kind() == Kind.INVALID) {
            return paper;
        }
        boolean known = answer.options().stream()
                .allMatch(number -> number >= 1 && number <= item.options().size());
        return known
                && switch (item.kind()) {
                    case YES_NO ->
                        switch (answer.kind()) {
                            case AGREE, OPPOSE, ABSTAIN -> true;
                            case BLANK -> paper;
                            case OPTION, NONE_OF_THEM, MARKS, INVALID -> false;
                        };
                    case CHOICE ->
                        switch (answer.kind()) {
                            case OPTION, NONE_OF_THEM, ABSTAIN -> true;
                            case BLANK -> paper;
                            case AGREE, OPPOSE, MARKS, INVALID -> false;
                        };
                    // Whoever agrees to none of the candidates takes part; whoever leaves the question blank, on the
                    // phone too, does not.
                    case ELECTION ->
                        switch (answer.kind()) {
                            case NONE_OF_THEM, BLANK -> true;
                            case MARKS -> paper || answer.options().size() <= item.seats();
                            case AGREE, OPPOSE, ABSTAIN, OPTION, INVALID -> false;
                        };
                };
    }
}

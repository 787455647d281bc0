package org.linli.decisions.scrutiny.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.scrutiny.Scrutiny;

/**
 * One drawn paper: its covered scans beside what was entered.
 *
 * @param leaf place of its ballot in the record
 * @param leafAgrees whether that ballot, opened by itself, holds what was entered
 * @param scans numbers of its scans
 * @param answers what was entered, question by question
 * @param problem text key of what was refused, null when nothing was
 */
public record DrawnPage(
        Vote vote,
        Scrutiny scrutiny,
        Scrutiny.Drawn drawn,
        long leaf,
        boolean leafAgrees,
        List<Integer> scans,
        List<Entered> answers,
        @Nullable String problem) {
    public DrawnPage {
        scans = List.copyOf(scans);
        answers = List.copyOf(answers);
    }

    /** @param answerKey text key of the kind of answer @param labels the options or candidates marked */
    public record Entered(int number, String wording, String answerKey, List<String> labels) {
        public Entered {
            labels = List.copyOf(labels);
        }
    }

    public String path() {
        return "/desk/votes/" + vote.id() + "/scrutinies/" + scrutiny.number();
    }
}

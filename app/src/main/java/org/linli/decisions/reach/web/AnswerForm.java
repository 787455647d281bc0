package org.linli.decisions.reach.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.RollView;

/**
 * The questions of a vote as a form: {@code answer.2=OPTION-3}, {@code mark.3=1}. A paper may be blank, unreadable or marked too
 * often; a screen does not take what is invalid; an instruction may leave the choice to the proxy.
 */
final class AnswerForm {

    /** What the form is for. */
    enum Use {
        PAPER,
        SCREEN,
        INSTRUCTION
    }

    private final Use use;
    private final boolean discretionAllowed;
    private final List<DecisionItem> items;
    private final Typed typed;
    private final SortedMap<Integer, Answer> answers = new TreeMap<>();
    private final SortedSet<Integer> discretion = new TreeSet<>();
    private Optional<Problem> problem = Optional.empty();

    private AnswerForm(Use use, boolean discretionAllowed, List<DecisionItem> items, Typed typed) {
        this.use = use;
        this.discretionAllowed = discretionAllowed;
        this.items = items;
        this.typed = typed;
    }

    /** @param entry decides which decisions are asked: those on whose roll it stands */
    static AnswerForm of(Use use, Vote vote, RollView.Entry entry, Typed typed) {
        List<DecisionItem> items = vote.items().stream()
                .filter(item -> entry.areas().containsKey(item.rollNo()))
                .toList();
        AnswerForm form = new AnswerForm(use, vote.terms().proxyDiscretion(), items, typed);
        items.forEach(form::read);
        return form;
    }

    /** Only some of the decisions, such as those left to a proxy. */
    static AnswerForm of(Use use, Vote vote, SortedSet<Integer> decisions, Typed typed) {
        List<DecisionItem> items = vote.items().stream()
                .filter(item -> decisions.contains(item.number()))
                .toList();
        AnswerForm form = new AnswerForm(use, false, items, typed);
        items.forEach(form::read);
        return form;
    }

    /** The instructions of a proxy to all these decisions. */
    static AnswerForm instruction(Vote vote, SortedSet<Integer> decisions, Typed typed) {
        List<DecisionItem> items = vote.items().stream()
                .filter(item -> decisions.contains(item.number()))
                .toList();
        AnswerForm form = new AnswerForm(Use.INSTRUCTION, vote.terms().proxyDiscretion(), items, typed);
        items.forEach(form::read);
        return form;
    }

    private void read(DecisionItem item) {
        String chosen = typed.text("answer." + item.number());
        if (chosen.equals("DISCRETION") && use == Use.INSTRUCTION && discretionAllowed) {
            discretion.add(item.number());
            return;
        }
        Optional<Answer> answer = item.kind() == DecisionKind.ELECTION && (chosen.isEmpty() || chosen.equals("MARKS"))
                ? marks(item)
                : chosen(item, chosen);
        answer.ifPresentOrElse(
                found -> answers.put(item.number(), found),
                () -> problem = problem.or(() -> Optional.of(Problem.ANSWER_MISSING)));
    }

    private Optional<Answer> chosen(DecisionItem item, String chosen) {
        return choices(item).stream()
                .filter(choice -> choice.equals(chosen))
                .findFirst()
                .map(choice -> choice.startsWith("OPTION-")
                        ? Answer.option(Integer.parseInt(choice.substring("OPTION-".length())))
                        : Answer.of(Answer.Kind.valueOf(choice)));
    }

    private Optional<Answer> marks(DecisionItem item) {
        TreeSet<Integer> marks = new TreeSet<>(typed.numbers("mark." + item.number()));
        marks.removeIf(mark -> item.options().stream().noneMatch(option -> option.number() == mark));
        if (marks.isEmpty()) {
            return Optional.empty();
        }
        if (marks.size() > item.seats() && use != Use.PAPER) {
            problem = problem.or(() -> Optional.of(Problem.TOO_MANY_MARKS));
        }
        return Optional.of(Answer.marks(marks));
    }

    private List<String> choices(DecisionItem item) {
        List<String> choices = new ArrayList<>();
        switch (item.kind()) {
            case YES_NO -> choices.addAll(List.of("AGREE", "OPPOSE", "ABSTAIN"));
            case CHOICE -> {
                item.options().forEach(option -> choices.add("OPTION-" + option.number()));
                choices.addAll(List.of("NONE_OF_THEM", "ABSTAIN"));
            }
            case ELECTION -> choices.addAll(List.of("NONE_OF_THEM", "BLANK"));
        }
        if (use == Use.PAPER) {
            choices.addAll(item.kind() == DecisionKind.ELECTION ? List.of("INVALID") : List.of("BLANK", "INVALID"));
        }
        return choices;
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (DecisionItem item : items) {
            List<Question.Choice> shown = new ArrayList<>();
            for (String choice : choices(item)) {
                String label = choice.startsWith("OPTION-")
                        ? item.options().stream()
                                .filter(option -> choice.equals("OPTION-" + option.number()))
                                .map(DecisionItem.Option::label)
                                .findFirst()
                                .orElse("")
                        : label(item, choice);
                shown.add(new Question.Choice(choice, label, typed.has("answer." + item.number(), choice)));
            }
            if (use == Use.INSTRUCTION && discretionAllowed) {
                shown.add(new Question.Choice(
                        "DISCRETION", "~reach.answer.DISCRETION", typed.has("answer." + item.number(), "DISCRETION")));
            }
            questions.add(new Question(item.number(), item.wording(), item.seats(), marks(item, typed), shown));
        }
        return questions;
    }

    private static String label(DecisionItem item, String choice) {
        boolean nobody = item.kind() == DecisionKind.ELECTION && choice.equals("BLANK");
        return "~reach.answer." + (nobody ? "NOBODY" : choice);
    }

    private static List<Question.Choice> marks(DecisionItem item, Typed typed) {
        return item.kind() == DecisionKind.ELECTION
                ? item.options().stream()
                        .map(option -> new Question.Choice(
                                Integer.toString(option.number()),
                                option.label(),
                                typed.has("mark." + item.number(), option.number())))
                        .toList()
                : List.of();
    }

    Optional<Problem> problem() {
        return problem;
    }

    SortedMap<Integer, Answer> answers() {
        return answers;
    }

    SortedSet<Integer> discretion() {
        return discretion;
    }
}

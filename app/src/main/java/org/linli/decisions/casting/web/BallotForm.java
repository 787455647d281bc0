package org.linli.decisions.casting.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Answer.Kind;
import org.springframework.util.MultiValueMap;

/**
 * What somebody marked on the ballot page: {@code d1=AGREE}, {@code d2=OPTION-3}, {@code d3=4&d3=7},
 * {@code d3=NONE_OF_THEM} or {@code d3=BLANK}.
 */
final class BallotForm {

    private final SortedMap<Integer, Answer> answers = new TreeMap<>();
    private final SortedMap<Integer, String> problems = new TreeMap<>();
    private final MultiValueMap<String, String> typed;

    private BallotForm(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /** @param items the decisions in which the entry has a vote */
    static BallotForm read(List<DecisionItem> items, MultiValueMap<String, String> typed) {
        BallotForm form = new BallotForm(typed);
        items.forEach(form::read);
        return form;
    }

    SortedMap<Integer, Answer> answers() {
        return answers;
    }

    /** Text keys of what is wrong, by decision. */
    SortedMap<Integer, String> problems() {
        return problems;
    }

    boolean isSound() {
        return problems.isEmpty();
    }

    private void read(DecisionItem item) {
        List<String> values = values(item);
        if (values.isEmpty()) {
            problems.put(item.number(), "casting.wrong.NOTHING");
            return;
        }
        Optional<Answer> answer = item.kind() == org.linli.decisions.DecisionKind.ELECTION
                ? marks(item, values)
                : values.size() > 1 ? Optional.empty() : single(values.getFirst());
        answer.ifPresentOrElse(
                said -> answers.put(item.number(), said),
                () -> problems.putIfAbsent(item.number(), "casting.wrong.UNREADABLE"));
    }

    private Optional<Answer> marks(DecisionItem item, List<String> values) {
        if (values.equals(List.of("BLANK")) || values.equals(List.of("NONE_OF_THEM"))) {
            return Optional.of(Answer.of(Kind.valueOf(values.getFirst())));
        }
        if (values.contains("BLANK") || values.contains("NONE_OF_THEM")) {
            problems.put(item.number(), "casting.wrong.BOTH");
            return Optional.empty();
        }
        TreeSet<Integer> candidates = new TreeSet<>();
        for (String value : values) {
            @Nullable Integer number = number(value);
            if (number == null || number < 1 || number > item.options().size()) {
                return Optional.empty();
            }
            candidates.add(number);
        }
        if (candidates.size() > item.seats()) {
            problems.put(item.number(), "casting.wrong.TOO_MANY");
            return Optional.empty();
        }
        return Optional.of(Answer.marks(candidates));
    }

    private static Optional<Answer> single(String value) {
        if (value.startsWith("OPTION-")) {
            return Optional.ofNullable(number(value.substring("OPTION-".length())))
                    .map(Answer::option);
        }
        return switch (value) {
            case "AGREE", "OPPOSE", "ABSTAIN", "NONE_OF_THEM" -> Optional.of(Answer.of(Kind.valueOf(value)));
            default -> Optional.empty();
        };
    }

    private static @Nullable Integer number(String text) {
        return text.matches("[1-9]\\d{0,3}") ? Integer.valueOf(text) : null;
    }

    private List<String> values(DecisionItem item) {
        return typed.getOrDefault("d" + item.number(), List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** Whether a value was marked, for showing the form again as it was. */
    static boolean isMarked(MultiValueMap<String, String> typed, DecisionItem item, String value) {
        return typed.getOrDefault("d" + item.number(), List.of()).contains(value);
    }

    /** The marked values as hidden fields of the review. */
    static List<String[]> hidden(List<DecisionItem> items, MultiValueMap<String, String> typed) {
        List<String[]> fields = new ArrayList<>();
        for (DecisionItem item : items) {
            String name = "d" + item.number();
            typed.getOrDefault(name, List.of()).forEach(value -> fields.add(new String[] {name, value}));
        }
        return fields;
    }
}

package org.linli.decisions.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.Axis;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;
import org.linli.rules.intake.AreaText;
import org.linli.rules.intake.CountText;
import org.linli.rules.intake.Reading;

/** Reads what somebody typed: areas in m², heads as whole numbers, in any way of writing that has one meaning. */
final class TallyForm {
    private final Map<String, String> typed;
    private final Map<TallyField, Long> values = new EnumMap<>(TallyField.class);
    private final Map<TallyField, String> problems = new EnumMap<>(TallyField.class);

    private TallyForm(Map<String, String> typed) {
        this.typed = typed;
    }

    /** @param typed parameters of the request by name; a page opened without any of the fields complains of nothing */
    static WouldItPassPage answer(DecisionClass decisionClass, Map<String, String> typed) {
        TallyForm form = new TallyForm(typed);
        boolean asked = TallyField.all().stream().anyMatch(field -> typed.containsKey(field.parameter()));
        return new WouldItPassPage(decisionClass, asked ? form.verdict(decisionClass) : null, form.inputs());
    }

    private @Nullable Verdict verdict(DecisionClass decisionClass) {
        TallyField.all().forEach(this::read);
        if (!problems.isEmpty()) {
            return null;
        }
        Weight total = weight(TallyField.TOTAL_AREA, TallyField.TOTAL_HEADS);
        Weight voted = weight(TallyField.VOTED_AREA, TallyField.VOTED_HEADS);
        Weight agreed = weight(TallyField.AGREED_AREA, TallyField.AGREED_HEADS);
        Tally.problems(total, voted, agreed)
                .forEach(finding -> problems.put(
                        field(finding), "decisions.wrong." + finding.problem().name()));
        return problems.isEmpty() ? DoubleMajority.decide(decisionClass, new Tally(total, voted, agreed)) : null;
    }

    private void read(TallyField field) {
        String text = text(field);
        Reading<Long> reading = switch (field.axis()) {
            case AREA -> AreaText.read(text);
            case HEADS -> heads(CountText.read(text));
        };
        switch (reading) {
            case Reading.Value<Long>(Long value, boolean guessed, var note) -> values.put(field, value);
            case Reading.Blank<Long>() -> problems.put(field, "decisions.wrong.BLANK");
            case Reading.Unreadable<Long>(var problem, var suggestion) ->
                problems.put(field, "decisions.wrong." + problem.name());
        }
    }

    private static Reading<Long> heads(Reading<Integer> count) {
        return switch (count) {
            case Reading.Value<Integer>(Integer value, boolean guessed, var note) ->
                new Reading.Value<>(value.longValue(), guessed, note);
            case Reading.Blank<Integer>() -> new Reading.Blank<>();
            case Reading.Unreadable<Integer>(var problem, var suggestion) ->
                new Reading.Unreadable<>(problem, suggestion);
        };
    }

    private Weight weight(TallyField area, TallyField heads) {
        return new Weight(values.getOrDefault(area, 0L), Math.toIntExact(values.getOrDefault(heads, 0L)));
    }

    /** The field beside which a finding is written. */
    private static TallyField field(Tally.Finding finding) {
        boolean area = finding.axis() == Axis.AREA;
        return switch (finding.problem()) {
            case NOBODY -> area ? TallyField.TOTAL_AREA : TallyField.TOTAL_HEADS;
            case MORE_VOTED_THAN_MAY_VOTE -> area ? TallyField.VOTED_AREA : TallyField.VOTED_HEADS;
            case MORE_AGREED_THAN_VOTED -> area ? TallyField.AGREED_AREA : TallyField.AGREED_HEADS;
        };
    }

    private List<WouldItPassPage.Input> inputs() {
        return TallyField.all().stream()
                .map(field -> new WouldItPassPage.Input(field.parameter(), text(field), problems.get(field)))
                .toList();
    }

    private String text(TallyField field) {
        return typed.getOrDefault(field.parameter(), "");
    }
}

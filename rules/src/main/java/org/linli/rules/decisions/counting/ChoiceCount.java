package org.linli.rules.decisions.counting;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;
import org.linli.rules.decisions.Weight;

/**
 * The answer to a question with several options, such as one company among three.
 *
 * <p>Source: own default [D], domain reference a.3: an option is adopted only if it alone passes its class on both axes; leading
 * the others is not enough. Whoever chose any option, none of them or abstained took part.
 *
 * @param verdicts each option's verdict in the order of the ballot paper; unmodifiable
 */
public record ChoiceCount(SequencedMap<String, Verdict> verdicts) {
    private static final Comparator<Map.Entry<String, Verdict>> LEADING = Comparator.comparing(
            (Map.Entry<String, Verdict> option) -> option.getValue().tally().agreed(),
            Comparator.comparingInt(Weight::heads)
                    .thenComparingLong(Weight::areaDm2)
                    .reversed());

    public ChoiceCount {
        verdicts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(verdicts));
    }

    /** @throws IllegalArgumentException if a ballot chooses what is no option */
    public static ChoiceCount count(
            DecisionClass decisionClass, Weight total, List<String> options, Collection<ChoiceBallot> ballots) {
        SequencedMap<String, Weight> agreed = new LinkedHashMap<>();
        options.forEach(option -> agreed.put(option, Weight.ZERO));
        Weight voted = Weight.ZERO;
        for (ChoiceBallot ballot : ballots) {
            voted = voted.plus(ballot.weight());
            if (ballot.choice() instanceof Choice.Option(String code)) {
                if (!agreed.containsKey(code)) {
                    throw new IllegalArgumentException("no option: " + code);
                }
                agreed.merge(code, ballot.weight(), Weight::plus);
            }
        }
        SequencedMap<String, Verdict> verdicts = new LinkedHashMap<>();
        for (Map.Entry<String, Weight> option : agreed.entrySet()) {
            Tally tally = new Tally(total, voted, option.getValue());
            verdicts.put(option.getKey(), DoubleMajority.decide(decisionClass, tally));
        }
        return new ChoiceCount(verdicts);
    }

    /** The option adopted; empty when none passes, and then nothing is decided. More than half leaves no room for two. */
    public Optional<String> adopted() {
        return verdicts.entrySet().stream()
                .filter(option -> option.getValue().isPassed())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /**
     * The two options for a run-off, leading by heads and then by area, where the notice announced one.
     *
     * @return empty when an option was adopted, and when the second place is shared so that no two can be told apart
     */
    public List<String> runOff() {
        List<Map.Entry<String, Verdict>> ranked =
                verdicts.entrySet().stream().sorted(LEADING).toList();
        boolean tooFew = ranked.size() < 2;
        boolean shared = ranked.size() > 2 && LEADING.compare(ranked.get(1), ranked.get(2)) == 0;
        if (adopted().isPresent() || tooFew || shared) {
            return List.of();
        }
        return List.of(ranked.get(0).getKey(), ranked.get(1).getKey());
    }
}

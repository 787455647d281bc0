package org.linli.rules.decisions.counting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.linli.rules.decisions.DoubleMajority;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Tally;
import org.linli.rules.decisions.Verdict;

/**
 * Whether the outcome would be the same under each reading that was open when it was counted.
 *
 * <p>Source: own default [D], domain reference a.2 and a.4: where our reading is contestable, its weight is shown.
 *
 * @param counted the outcome as counted
 * @param alternatives the outcome under each alternative; unmodifiable
 */
public record Robustness(Outcome counted, Map<Alternative, Outcome> alternatives) {
    /** A reading other than the one that was counted. */
    public enum Alternative {
        /** Parking spaces the other way: in if they are out, out if they are in. */
        PARKING,
        /** Owner sets merged the other way. */
        OWNER_SETS,
        /** Items left blank the other way. */
        BLANKS,
        /** Same-name pairs that nobody has resolved are one person. */
        UNRESOLVED_PAIRS,
        /** Without the contested ballots. */
        CONTESTED
    }

    public Robustness {
        EnumMap<Alternative, Outcome> copy = new EnumMap<>(Alternative.class);
        copy.putAll(alternatives);
        alternatives = Collections.unmodifiableMap(copy);
    }

    /** Decides each alternative tally by the class of the verdict. */
    public static Robustness of(Verdict verdict, Map<Alternative, Tally> alternatives) {
        EnumMap<Alternative, Outcome> outcomes = new EnumMap<>(Alternative.class);
        alternatives.forEach((alternative, tally) -> outcomes.put(
                alternative,
                DoubleMajority.decide(verdict.decisionClass(), tally).outcome()));
        return new Robustness(verdict.outcome(), outcomes);
    }

    /** The alternatives under which the outcome would be another; empty means the same outcome under all. */
    public Set<Alternative> flips() {
        EnumSet<Alternative> flips = EnumSet.noneOf(Alternative.class);
        alternatives.forEach((alternative, outcome) -> {
            if (outcome != counted) {
                flips.add(alternative);
            }
        });
        return Collections.unmodifiableSet(flips);
    }
}

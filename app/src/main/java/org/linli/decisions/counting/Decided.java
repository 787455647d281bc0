package org.linli.decisions.counting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.Outcome;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.counting.Deeming;
import org.linli.rules.decisions.election.ElectionResult;

/**
 * What one decision came to under one reading.
 *
 * @param outcome of the decision as a whole
 * @param chosen the option adopted, or the candidates elected by rank; empty for agree or oppose
 * @param lines one for agree or oppose, else one for each option or candidate in the order of the ballot
 * @param oppose those who opposed, or chose none of the options
 * @param abstain those who abstained, blank answers among them where they count so
 * @param election the seats, null when nobody is elected here
 * @param runOff the two options of a run-off, empty when there is none
 */
record Decided(
        Outcome outcome,
        List<Integer> chosen,
        List<Line> lines,
        Weight oppose,
        Weight abstain,
        @Nullable ElectionResult election,
        List<Integer> runOff) {

    /** @param option number on the ballot, 0 for agree or oppose @param result raw and deemed count */
    record Line(int option, Deeming.Result result) {}

    Decided {
        chosen = List.copyOf(chosen);
        lines = List.copyOf(lines);
        runOff = List.copyOf(runOff);
    }

    /** Whether another reading comes to the same: outcome, and who or what was chosen. */
    boolean isSameAs(Decided other) {
        return outcome == other.outcome && List.copyOf(chosen).equals(other.chosen);
    }
}

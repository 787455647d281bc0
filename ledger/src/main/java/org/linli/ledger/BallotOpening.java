package org.linli.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One column of one ballot, opened: what a court may be shown, and nobody else.
 *
 * @param decision its number
 * @param column its number, from 1
 * @param opening one head with the entry's area where the column was chosen, else nothing but the blinding
 */
public record BallotOpening(int decision, int column, Opening opening) {

    /** @throws IllegalArgumentException if the entry is not on a decision's roll, or no ballot can be so marked */
    public static List<BallotOpening> of(BallotSealer sealer, EntryId entry, int attempt, Map<Integer, Marks> choices) {
        List<BallotOpening> openings = new ArrayList<>();
        for (DecisionSpec spec : sealer.specs()) {
            Marks marks = choices.get(spec.number());
            if (marks == null) {
                continue;
            }
            boolean[] values = spec.values(marks);
            RollSeal.Sealed member = sealer.member(spec, entry);
            for (int i = 0; i < values.length; i++) {
                var blinding = sealer.blinding(spec, entry, attempt, i + 1);
                var whole = values[i] ? blinding.add(member.blinding()) : blinding;
                openings.add(new BallotOpening(
                        spec.number(),
                        i + 1,
                        new Opening(
                                values[i] ? 1 : 0,
                                values[i] ? member.member().areaDm2() : 0,
                                sealer.suite().encode(sealer.suite().reduce(whole)))));
            }
        }
        return List.copyOf(openings);
    }
}

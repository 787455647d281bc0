package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One column of one ballot, opened: what its owner and a court may be shown, and nobody else.
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
                openings.add(column(sealer, spec, member, attempt, i + 1, values[i]));
            }
        }
        return List.copyOf(openings);
    }

    /**
     * What a leaf holds, found from its commitments alone: each column is tried as chosen and as not.
     *
     * @return empty if a column opens to neither, or the ballot is not of these decisions
     */
    public static Optional<List<BallotOpening>> read(BallotSealer sealer, Leaf.Ballot ballot) {
        List<BallotOpening> openings = new ArrayList<>();
        for (Leaf.Part part : ballot.parts()) {
            Optional<DecisionSpec> spec = sealer.specs().stream()
                    .filter(one -> one.number() == part.decision())
                    .filter(one -> one.rollNo() == part.rollNo())
                    .filter(one -> one.columns() == part.options().size())
                    .findFirst();
            Optional<RollSeal.Sealed> member = spec.flatMap(one -> sealer.findMember(one, ballot.entry()));
            if (member.isEmpty()) {
                return Optional.empty();
            }
            for (int i = 0; i < part.options().size(); i++) {
                Bytes commitment = part.options().get(i).commitment();
                int column = i + 1;
                Optional<BallotOpening> opened = Stream.of(false, true)
                        .map(chosen -> column(sealer, spec.get(), member.get(), ballot.attempt(), column, chosen))
                        .filter(one -> one.opening.opens(sealer.suite(), commitment))
                        .findFirst();
                if (opened.isEmpty()) {
                    return Optional.empty();
                }
                openings.add(opened.get());
            }
        }
        return Optional.of(List.copyOf(openings));
    }

    private static BallotOpening column(
            BallotSealer sealer, DecisionSpec spec, RollSeal.Sealed member, int attempt, int column, boolean chosen) {
        BigInteger blinding = sealer.blinding(spec, member.member().id(), attempt, column);
        BigInteger whole = chosen ? blinding.add(member.blinding()) : blinding;
        return new BallotOpening(
                spec.number(),
                column,
                new Opening(
                        chosen ? 1 : 0,
                        chosen ? member.member().areaDm2() : 0,
                        sealer.suite().encode(sealer.suite().reduce(whole))));
    }
}

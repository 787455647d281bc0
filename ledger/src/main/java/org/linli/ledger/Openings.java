package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Everything that a count opens: each roll's total, and of each decision what may be shown.
 *
 * <p>Source: domain reference h.3: T, P and Y exactly; oppose and abstain apart only when both have at least five heads.
 *
 * @param rolls by number; unmodifiable
 * @param decisions by number; unmodifiable
 */
public record Openings(List<RollTotal> rolls, List<DecisionOpening> decisions) {
    /** Fewest heads of a sum that may stand apart. */
    public static final int FEWEST_HEADS = 5;

    public Openings {
        rolls = List.copyOf(rolls);
        decisions = List.copyOf(decisions);
    }

    /**
     * A ballot that counts, with its choices decrypted.
     *
     * @param choices the marks that were sealed
     */
    public record Counted(EntryId entry, int attempt, Map<Integer, Marks> choices) {
        public Counted {
            choices = Map.copyOf(choices);
        }
    }

    /** @throws IllegalArgumentException if an entry is not on a decision's roll, or no ballot can be so marked */
    public static Openings of(BallotSealer sealer, List<Counted> ballots) {
        List<RollTotal> rolls = sealer.rolls().stream()
                .map(roll -> new RollTotal(roll.rollNo(), roll.root().entries(), roll.total()))
                .toList();
        List<DecisionOpening> decisions = sealer.specs().stream()
                .map(spec -> new Counter(sealer, spec).open(ballots))
                .toList();
        return new Openings(rolls, decisions);
    }

    /** Adds up what the ballots hold in one decision. */
    private static final class Counter {
        private final BallotSealer sealer;
        private final DecisionSpec spec;
        private final Sum[] columns;
        private final Sum turnout = new Sum();

        Counter(BallotSealer sealer, DecisionSpec spec) {
            this.sealer = sealer;
            this.spec = spec;
            columns =
                    IntStream.range(0, spec.columns()).mapToObj(i -> new Sum()).toArray(Sum[]::new);
        }

        DecisionOpening open(List<Counted> ballots) {
            for (Counted ballot : ballots) {
                Marks marks = ballot.choices().get(spec.number());
                if (marks != null) {
                    add(ballot, spec.values(marks));
                }
            }
            List<DecisionOpening.Columns> opened = groups().stream()
                    .map(group -> new DecisionOpening.Columns(group, opening(group)))
                    .toList();
            boolean election = spec.kind() == DecisionKind.ELECTION;
            return new DecisionOpening(spec.number(), opened, election ? turnout.opening(sealer.suite()) : null);
        }

        private void add(Counted ballot, boolean[] values) {
            RollSeal.Sealed member = sealer.member(spec, ballot.entry());
            turnout.add(member.member().areaDm2(), member.blinding());
            for (int i = 0; i < values.length; i++) {
                columns[i].blind(sealer.blinding(spec, ballot.entry(), ballot.attempt(), i + 1));
                if (values[i]) {
                    columns[i].add(member.member().areaDm2(), member.blinding());
                }
            }
        }

        private List<List<Integer>> groups() {
            List<List<Integer>> groups = new ArrayList<>();
            IntStream.rangeClosed(1, alone()).forEach(column -> groups.add(List.of(column)));
            if (spec.kind() == DecisionKind.ELECTION) {
                return groups;
            }
            int first = alone() + 1;
            int second = alone() + 2;
            if (columns[first - 1].heads >= FEWEST_HEADS && columns[second - 1].heads >= FEWEST_HEADS) {
                groups.add(List.of(first));
                groups.add(List.of(second));
            } else {
                groups.add(List.of(first, second));
            }
            return groups;
        }

        /** Columns that are always opened alone: agree, each option, each candidate. */
        private int alone() {
            return spec.kind() == DecisionKind.YES_NO ? DecisionSpec.AGREE : spec.options();
        }

        private Opening opening(List<Integer> group) {
            Sum sum = new Sum();
            group.forEach(column -> sum.add(columns[column - 1]));
            return sum.opening(sealer.suite());
        }
    }

    private static final class Sum {
        private long heads;
        private long areaDm2;
        private BigInteger blinding = BigInteger.ZERO;

        void add(long area, BigInteger itsBlinding) {
            heads++;
            areaDm2 = Math.addExact(areaDm2, area);
            blind(itsBlinding);
        }

        void add(Sum other) {
            heads += other.heads;
            areaDm2 = Math.addExact(areaDm2, other.areaDm2);
            blind(other.blinding);
        }

        void blind(BigInteger more) {
            blinding = blinding.add(more);
        }

        Opening opening(Suite suite) {
            return new Opening(heads, areaDm2, suite.encode(suite.reduce(blinding)));
        }
    }
}

package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.math.ec.ECPoint;

/** The sum of each column's commitments over the ballots that count. Sums of parts of a record add up. */
public final class ColumnSums {
    private final Suite suite;
    private final Map<Integer, List<ECPoint>> columns = new TreeMap<>();

    public ColumnSums(Suite suite) {
        this.suite = suite;
    }

    void add(BallotPoints part) {
        List<ECPoint> sums = sums(part.spec().number(), part.columns().size());
        for (int i = 0; i < sums.size(); i++) {
            sums.set(i, sums.get(i).add(part.columns().get(i).commitment()));
        }
    }

    /** Adds what was summed elsewhere. */
    public void add(ColumnSums other) {
        other.columns.forEach((decision, others) -> {
            List<ECPoint> sums = sums(decision, others.size());
            for (int i = 0; i < sums.size(); i++) {
                sums.set(i, sums.get(i).add(others.get(i)));
            }
        });
    }

    /**
     * Whether the columns together are what an opening says.
     *
     * @param of numbers of columns, from 1
     */
    public boolean opens(int decision, List<Integer> of, Opening opening) {
        List<ECPoint> sums = columns.getOrDefault(decision, List.of());
        ECPoint sum = suite.curve().getInfinity();
        for (int column : of) {
            // Where no ballot takes part, every column is the empty sum.
            sum = sums.isEmpty() ? sum : sum.add(sums.get(column - 1));
        }
        return sum.equals(suite.commit(
                BigInteger.valueOf(opening.heads()),
                BigInteger.valueOf(opening.areaDm2()),
                suite.scalar(opening.blinding())));
    }

    private List<ECPoint> sums(int decision, int count) {
        return columns.computeIfAbsent(
                decision,
                key -> new ArrayList<>(Collections.nCopies(count, suite.curve().getInfinity())));
    }
}

package org.linli.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.ECPoint;

/**
 * One part of a ballot with its points read, ready to be checked.
 *
 * @param leaf position of the leaf, from 0
 * @param statement {@code ΣC − m·(G1 + W)}, which must be a multiple of H
 */
record BallotPoints(
        long leaf,
        Leaf.Ballot ballot,
        Leaf.Part part,
        DecisionSpec spec,
        Context context,
        RollPoints.Weight weight,
        List<Column> columns,
        ECPoint sumFirst,
        ECPoint statement) {

    /** @param option number of the column, from 1 */
    record Column(int option, Leaf.OptionProof proof, ECPoint commitment, ECPoint first0, ECPoint first1) {}

    /** @throws MalformedException if a point is not on the curve */
    static BallotPoints read(
            Suite suite,
            long leaf,
            Leaf.Ballot ballot,
            Leaf.Part part,
            DecisionSpec spec,
            Context context,
            RollPoints.Weight weight) {
        List<Column> columns = new ArrayList<>();
        ECPoint sum = suite.curve().getInfinity();
        for (Leaf.OptionProof proof : part.options()) {
            ECPoint commitment = suite.point(proof.commitment());
            sum = sum.add(commitment);
            columns.add(new Column(
                    columns.size() + 1, proof, commitment, suite.point(proof.first0()), suite.point(proof.first1())));
        }
        ECPoint whole = suite.pointG1().add(weight.point()).multiply(BigInteger.valueOf(spec.sum()));
        return new BallotPoints(
                leaf,
                ballot,
                part,
                spec,
                context,
                weight,
                columns,
                suite.point(part.sum().first()),
                sum.subtract(whole).normalize());
    }

    BigInteger challenge(Suite suite, Column column) {
        Leaf.OptionProof proof = column.proof();
        List<Bytes> points = List.of(weight.encoded(), proof.commitment(), proof.first0(), proof.first1());
        return suite.reduce(context.optionChallenge(ballot.entry(), ballot.attempt(), column.option(), points));
    }

    BigInteger sumChallenge(Suite suite) {
        List<Bytes> points =
                List.of(weight.encoded(), suite.encode(statement), part.sum().first());
        return context.sumChallenge(ballot.entry(), ballot.attempt(), points);
    }
}

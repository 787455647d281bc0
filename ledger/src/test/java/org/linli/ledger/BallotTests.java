package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BallotTests {
    private static final Suite P256 = Suite.P256_SHA256_ED25519;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whatIsSealedHoldsAndOpensToTheCount(int number) {
        Samples.Vote vote = Samples.Vote.of(Suite.of(number), 12);
        List<BallotProofs.Numbered> ballots = new ArrayList<>();
        List<Openings.Counted> counted = new ArrayList<>();
        Random random = new Random(number);
        for (int i = 0; i < 10; i++) {
            Map<Integer, Marks> choices = new HashMap<>();
            choices.put(1, Marks.of(1 + random.nextInt(3)));
            choices.put(2, Marks.of(1 + random.nextInt(5)));
            if (i % 3 != 0) {
                // One agrees to none of the candidates and takes part all the same.
                choices.put(3, i % 2 == 0 ? Marks.of(1, 4, 5) : i == 5 ? Marks.of() : Marks.of(2));
            }
            ballots.add(numbered(vote, i, choices));
            counted.add(new Openings.Counted(vote.entry(i), 1, choices));
        }

        BallotProofs.Result result = vote.proofs().check(ballots);

        assertThat(result.bad()).isEmpty();
        Openings openings = Openings.of(vote.sealer(), counted);
        assertThat(openings.decisions())
                .hasSize(3)
                .allSatisfy(opened -> assertThat(opened.columns())
                        .allMatch(columns -> result.sums().opens(opened.decision(), columns.of(), columns.opening())));
        assertThat(openings.decisions().get(2).columns().get(3).opening().heads())
                .isEqualTo(3);
        opensNoOther(result.sums(), openings.decisions().getFirst().columns().getFirst());
        RollPoints roll = RollPoints.read(vote.suite(), vote.roll().publicRoll());
        assertThat(roll.totalOpensTo(openings.rolls().getFirst().opening())).isTrue();
        assertThat(roll.totalOpensTo(new AreaOpening(
                        openings.rolls().getFirst().opening().areaDm2() + 1,
                        openings.rolls().getFirst().opening().blinding())))
                .isFalse();
    }

    private static void opensNoOther(ColumnSums sums, DecisionOpening.Columns agree) {
        Opening right = agree.opening();
        assertThat(sums.opens(1, agree.of(), new Opening(right.heads() + 1, right.areaDm2(), right.blinding())))
                .isFalse();
        assertThat(sums.opens(1, agree.of(), new Opening(right.heads(), right.areaDm2() - 1, right.blinding())))
                .isFalse();
        assertThat(sums.opens(1, List.of(2), right)).isFalse();
    }

    @Test
    void aRetryGivesTheSameBytesAndAnotherAttemptNoneOfThem() {
        Samples.Vote vote = Samples.Vote.of(P256, 3);
        Map<Integer, Marks> choices = Map.of(1, Marks.of(2), 3, Marks.of(1, 2));

        byte[] first = vote.sealer().seal(vote.sealer().prepare(vote.entry(0), 1), choices, null);
        byte[] again = Samples.Vote.of(P256, 3).sealer().seal(vote.sealer().prepare(vote.entry(0), 1), choices, null);
        byte[] second = vote.sealer().seal(vote.sealer().prepare(vote.entry(0), 2), choices, null);

        assertThat(again).isEqualTo(first);
        List<Bytes> points = points(second);
        assertThat(points(first)).doesNotContainAnyElementsOf(points).doesNotHaveDuplicates();
    }

    private static List<Bytes> points(byte[] leaf) {
        Leaf.Ballot ballot = (Leaf.Ballot) Leaves.decode(P256, leaf);
        return ballot.parts().stream()
                .flatMap(part -> part.options().stream())
                .flatMap(option -> List.of(option.commitment(), option.first0(), option.first1()).stream())
                .toList();
    }

    @Test
    void opposeAndAbstainStandApartOnlyWithFiveHeadsEach() {
        Samples.Vote vote = Samples.Vote.of(P256, 12);
        List<Openings.Counted> ballots = IntStream.range(0, 9)
                .mapToObj(i -> new Openings.Counted(vote.entry(i), 1, Map.of(1, Marks.of(i < 5 ? 2 : 3))))
                .toList();
        List<Openings.Counted> oneMore = new ArrayList<>(ballots);
        oneMore.add(new Openings.Counted(vote.entry(9), 1, Map.of(1, Marks.of(3))));

        assertThat(groups(vote, ballots)).containsExactly(List.of(1), List.of(2, 3));
        assertThat(groups(vote, oneMore)).containsExactly(List.of(1), List.of(2), List.of(3));
    }

    private static List<List<Integer>> groups(Samples.Vote vote, List<Openings.Counted> ballots) {
        return Openings.of(vote.sealer(), ballots).decisions().getFirst().columns().stream()
                .map(DecisionOpening.Columns::of)
                .toList();
    }

    @Test
    void refusesMarksThatNoBallotCarries() {
        Samples.Vote vote = Samples.Vote.of(P256, 2);
        PreparedBallot prepared = vote.sealer().prepare(vote.entry(0), 1);

        for (Map<Integer, Marks> choices : List.of(
                Map.of(1, Marks.of(4)),
                Map.of(1, Marks.of(1, 2)),
                Map.of(2, Marks.of(6)),
                Map.of(3, Marks.of(1, 2, 3, 4)),
                Map.of(3, Marks.of(6)),
                Map.of(4, Marks.of(1)))) {
            assertThatThrownBy(() -> vote.sealer().seal(prepared, choices, null))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void eachOwnersOpeningOpensItsOwnEntryOnly() {
        Samples.Vote vote = Samples.Vote.of(P256, 3);
        PublicRoll.Entry entry = vote.roll().publicRoll().entries().get(1);
        AreaOpening own = vote.roll().opening(entry.id());

        assertThat(own.opens(P256, entry.commitment())).isTrue();
        assertThat(new AreaOpening(own.areaDm2() + 1, own.blinding()).opens(P256, entry.commitment()))
                .isFalse();
        assertThat(own.opens(P256, vote.roll().publicRoll().entries().get(0).commitment()))
                .isFalse();
    }

    @Test
    void namesEachForgedProof() {
        Samples.Vote vote = Samples.Vote.of(P256, 6);
        List<BallotProofs.Numbered> good = IntStream.range(0, 5)
                .mapToObj(i -> numbered(vote, i, Map.of(1, Marks.of(1), 3, Marks.of(1, 2))))
                .toList();
        Leaf.OptionProof other = good.get(4).ballot().parts().get(0).options().get(1);
        List<UnaryOperator<Leaf.OptionProof>> forgeries = List.of(
                p -> proof(other.commitment(), p),
                p -> new Leaf.OptionProof(
                        p.commitment(), p.first1(), p.first0(), p.challenge0(), p.response0(), p.response1()),
                p -> new Leaf.OptionProof(
                        p.commitment(), p.first0(), p.first1(), p.response0(), p.response0(), p.response1()),
                p -> new Leaf.OptionProof(
                        p.commitment(), p.first0(), p.first1(), p.challenge0(), p.response1(), p.response1()),
                p -> new Leaf.OptionProof(
                        p.commitment(), p.first0(), p.first1(), p.challenge0(), p.response0(), p.response0()),
                p -> proof(P256.encode(P256.point(p.commitment()).add(P256.pointG1())), p),
                p -> other);

        for (UnaryOperator<Leaf.OptionProof> forgery : forgeries) {
            List<BallotProofs.Numbered> ballots = new ArrayList<>(good);
            ballots.set(2, changed(good.get(2), 0, 1, forgery));

            assertThat(vote.proofs().check(ballots).bad())
                    .contains(new BallotProofs.Bad(2, 1, 2, BallotProofs.Flaw.OPTION))
                    .allMatch(bad -> bad.leaf() == 2 && bad.decision() == 1);
        }
    }

    /** Two columns that both hold 1, each rightly proven, still do not sum to one ballot. */
    @Test
    void namesASumThatIsTooLarge() {
        Samples.Vote vote = Samples.Vote.of(P256, 3);
        Leaf.Ballot agree = numbered(vote, 0, Map.of(1, Marks.of(1))).ballot();
        Leaf.Ballot oppose = numbered(vote, 0, Map.of(1, Marks.of(2))).ballot();
        Leaf.Part part = agree.parts().getFirst();
        List<Leaf.OptionProof> both = new ArrayList<>(part.options());
        both.set(1, oppose.parts().getFirst().options().get(1));

        List<BallotProofs.Bad> bad = vote.proofs()
                .check(List.of(with(agree, new Leaf.Part(1, 1, both, part.sum()))))
                .bad();

        assertThat(bad).containsExactly(new BallotProofs.Bad(0, 1, 0, BallotProofs.Flaw.SUM));
    }

    /** What was made for one entry, attempt, vote or roll proves nothing elsewhere. */
    @Test
    void refusesProofsFromElsewhere() {
        Samples.Vote vote = Samples.Vote.of(P256, 3);
        Leaf.Ballot ballot = numbered(vote, 0, Map.of(1, Marks.of(1))).ballot();
        Leaf.Ballot elsewhere = new Leaf.Ballot(vote.key(), vote.entry(1), 1, null, ballot.parts());
        Leaf.Ballot later = new Leaf.Ballot(vote.key(), ballot.entry(), 2, null, ballot.parts());
        Leaf.Ballot stranger = new Leaf.Ballot(vote.key(), new EntryId(1, 1), 1, null, ballot.parts());
        List<BallotProofs.Numbered> ballots = List.of(
                new BallotProofs.Numbered(0, ballot, true),
                new BallotProofs.Numbered(1, elsewhere, true),
                new BallotProofs.Numbered(2, later, true),
                new BallotProofs.Numbered(3, stranger, true));

        List<BallotProofs.Bad> bad = vote.proofs().check(ballots).bad();

        assertThat(bad).extracting(BallotProofs.Bad::leaf).contains(1L, 2L, 3L).doesNotContain(0L);
        assertThat(bad).contains(new BallotProofs.Bad(3, 1, 0, BallotProofs.Flaw.SHAPE));
        BallotProofs anotherVote = new BallotProofs(
                P256,
                Samples.voteKey(8),
                Map.of(1, RollPoints.read(P256, vote.roll().publicRoll())),
                vote.sealer().specs(),
                P256.hash());
        assertThat(anotherVote.check(ballots.subList(0, 1)).bad()).isNotEmpty();
        RollSeal otherRoll = RollSeal.of(P256, vote.key(), Samples.secret(2), 1, Samples.members(3, 4));
        BallotProofs anotherRoll = new BallotProofs(
                P256,
                vote.key(),
                Map.of(1, RollPoints.read(P256, otherRoll.publicRoll())),
                vote.sealer().specs(),
                P256.hash());
        assertThat(anotherRoll.check(ballots.subList(0, 1)).bad()).isNotEmpty();
    }

    @Test
    void sumsManyMultiplesAsOneByOne() {
        Random random = new Random(5);
        for (int count : new int[] {0, 1, 2, 40, 200}) {
            List<org.bouncycastle.math.ec.ECPoint> points = new ArrayList<>();
            List<BigInteger> scalars = new ArrayList<>();
            org.bouncycastle.math.ec.ECPoint plain = P256.curve().getInfinity();
            for (int i = 0; i < count; i++) {
                BigInteger scalar = new BigInteger(i % 3 == 0 ? 250 : 128, random);
                org.bouncycastle.math.ec.ECPoint point =
                        P256.timesH(new BigInteger(200, random)).normalize();
                points.add(point);
                scalars.add(scalar);
                plain = plain.add(point.multiply(scalar));
            }

            assertThat(MultiScalar.sum(P256.curve(), points, scalars).equals(plain))
                    .as("%d points", count)
                    .isTrue();
        }
    }

    private static Leaf.OptionProof proof(Bytes commitment, Leaf.OptionProof p) {
        return new Leaf.OptionProof(commitment, p.first0(), p.first1(), p.challenge0(), p.response0(), p.response1());
    }

    private static BallotProofs.Numbered numbered(Samples.Vote vote, int position, Map<Integer, Marks> choices) {
        byte[] leaf = vote.sealer().seal(vote.sealer().prepare(vote.entry(position), 1), choices, null);
        return new BallotProofs.Numbered(position, (Leaf.Ballot) Leaves.decode(vote.suite(), leaf), true);
    }

    private static BallotProofs.Numbered changed(
            BallotProofs.Numbered numbered, int partIndex, int column, UnaryOperator<Leaf.OptionProof> change) {
        Leaf.Part part = numbered.ballot().parts().get(partIndex);
        List<Leaf.OptionProof> options = new ArrayList<>(part.options());
        options.set(column, change.apply(options.get(column)));
        Leaf.Part changed = new Leaf.Part(part.decision(), part.rollNo(), options, part.sum());
        return new BallotProofs.Numbered(
                numbered.leaf(), with(numbered.ballot(), changed).ballot(), true);
    }

    private static BallotProofs.Numbered with(Leaf.Ballot ballot, Leaf.Part part) {
        List<Leaf.Part> parts = new ArrayList<>(ballot.parts());
        parts.set(0, part);
        return new BallotProofs.Numbered(
                0, new Leaf.Ballot(ballot.voteKey(), ballot.entry(), ballot.attempt(), ballot.serial(), parts), true);
    }
}

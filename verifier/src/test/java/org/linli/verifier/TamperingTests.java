package org.linli.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;

/** Whatever is changed in a bundle is named, with its place. {@link SecondVerifierIT} says the same of the check page. */
class TamperingTests {
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void theUntouchedBundleHolds(int suite) {
        SampleVote vote = SampleVote.of(Suite.of(suite));

        Verification verification = Verification.of(vote.bundle(), vote.heads());

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.outcomes())
                .extracting(result -> result.chosen().orElseThrow())
                .containsExactly(List.of(), List.of(2), List.of(1, 2, 3, 4, 5), List.of());
        assertThat(verification.report().recordSummary().counted()).isEqualTo(18);
    }

    @Test
    void electionsHoldWithLotsVacantSeatsAndAnEvenNumberReduced() {
        Verification verification = Verification.of(SampleVote.ofElections().bundle(), List.of());

        assertThat(verification.findings()).isEmpty();
        assertThat(verification.outcomes())
                .extracting(result -> result.chosen().orElseThrow())
                .containsExactly(List.of(1, 2), List.of(2, 1, 4), List.of(1, 2, 3, 4, 5), List.of(), List.of());
    }

    static Stream<Alteration> alterations() {
        return Alteration.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alterations")
    void namesWhatWasAltered(Alteration altered) {
        assertThat(altered.findings()).as(altered.what()).containsAll(altered.named());
    }

    @Test
    void acceptsWhatAWitnessSaw() {
        SampleVote vote = SampleVote.of(SUITE);
        SignedHead seen = vote.heads().get(1);

        assertThat(Verification.of(vote.bundle(), List.of(seen)).findings()).isEmpty();
    }

    /** Each byte of a ballot matters: whichever is changed before signing, the proofs or the form give it away. */
    @Test
    void namesAnAlteredBallotWhereverItIsAltered() {
        int leaf = SampleVote.FIRST_BALLOT + 2;
        byte[] ballot = SampleVote.of(SUITE).leaves.get(leaf);
        for (int at = 18; at < ballot.length; at += 211) {
            SampleVote vote = SampleVote.of(SUITE);
            byte[] changed = ballot.clone();
            changed[at] ^= 1;
            vote.leaves.set(leaf, changed);

            assertThat(Verification.of(vote.bundle(), List.of()).findings())
                    .as("byte %d", at)
                    .anyMatch(finding -> finding.place().startsWith("leaf/" + leaf));
        }
    }
}

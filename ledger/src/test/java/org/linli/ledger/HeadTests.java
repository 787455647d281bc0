package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeadTests {
    private static final BigInteger SM2_KEY = BigInteger.valueOf(1_234_567);
    private static final VoteKey VOTE = Samples.voteKey(1);
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;

    @Test
    void aHeadHoldsUnderItsKeyAlone() throws Exception {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        KeyPair other = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Suite suite = Suite.P256_SHA256_ED25519;

        SignedHead head = HeadSigner.ed25519(pair.getPrivate()).sign(VOTE, 7, suite.hash(), 1_700_000_000_000_000L);

        assertThat(HeadVerifier.of(suite, HeadVerifier.publish(pair.getPublic()))
                        .holds(head))
                .isTrue();
        assertThat(HeadVerifier.of(suite, HeadVerifier.publish(other.getPublic()))
                        .holds(head))
                .isFalse();
        refusesWhatChanged(HeadVerifier.of(suite, HeadVerifier.publish(pair.getPublic())), head);
    }

    /** Whoever signs, the bytes are the same: Ed25519 is deterministic, and a head of an earlier release is a head of this one. */
    @Test
    void signsTheSameBytesAsTheJdk() throws Exception {
        for (int i = 0; i < 20; i++) {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            SignedHead head = HeadSigner.ed25519(pair.getPrivate()).sign(VOTE, 7 + i, SUITE.hash(), i);

            Signature jdk = Signature.getInstance("Ed25519");
            jdk.initSign(pair.getPrivate());
            jdk.update(SignedHead.message(SUITE, VOTE, 7 + i, SUITE.hash(), i));
            assertThat(head.signature()).isEqualTo(Bytes.of(jdk.sign()));
        }
    }

    @Test
    void sealsWithNoOtherKindOfKey() throws Exception {
        for (String algorithm : List.of("Ed448", "RSA", "X25519")) {
            KeyPair pair = KeyPairGenerator.getInstance(algorithm).generateKeyPair();
            assertThatThrownBy(() -> HeadSigner.ed25519(pair.getPrivate()))
                    .as(algorithm)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void sealsByTheChineseStandardToo() {
        Suite suite = Suite.SM2_SM3;
        SignedHead head =
                HeadSigner.sm2(SM2_KEY, new SecureRandom()).sign(VOTE, 7, suite.hash(), 1_700_000_000_000_000L);
        HeadVerifier verifier = HeadVerifier.of(suite, HeadVerifier.publishSm2(SM2_KEY));

        assertThat(verifier.holds(head)).isTrue();
        refusesWhatChanged(verifier, head);
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatThrownBy(() -> HeadVerifier.of(Suite.P256_SHA256_ED25519, Bytes.of(new byte[31])))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> HeadVerifier.of(Suite.SM2_SM3, Bytes.of(new byte[33])))
                .isInstanceOf(MalformedException.class);
    }

    private static void refusesWhatChanged(HeadVerifier verifier, SignedHead head) {
        Bytes signature = head.signature();
        assertThat(verifier.holds(new SignedHead(Samples.voteKey(9), 7, head.root(), head.timeMicros(), signature)))
                .isFalse();
        assertThat(verifier.holds(new SignedHead(VOTE, 8, head.root(), head.timeMicros(), signature)))
                .isFalse();
        Digest root = Suite.P256_SHA256_ED25519.hash(new byte[1]);
        assertThat(verifier.holds(new SignedHead(VOTE, 7, root, head.timeMicros(), signature)))
                .isFalse();
        assertThat(verifier.holds(new SignedHead(VOTE, 7, head.root(), head.timeMicros() + 1, signature)))
                .isFalse();
        assertThat(verifier.holds(new SignedHead(VOTE, 7, head.root(), head.timeMicros(), Bytes.of(new byte[64]))))
                .isFalse();
        assertThat(verifier.holds(new SignedHead(VOTE, 7, head.root(), head.timeMicros(), Bytes.of(new byte[63]))))
                .isFalse();
    }
}

package org.linli.ledger;

import java.math.BigInteger;

/**
 * Scalars that follow from the secret of a vote, so that a retry gives the same bytes and nothing need be stored.
 *
 * <p>Source: RFC 5869 HKDF with the hash of the suite; 48 bytes are reduced modulo the order, which leaves a bias below 2⁻¹²⁸.
 */
final class Derivation {
    private static final int WIDE_BYTES = 48;
    private final Suite suite;
    private final byte[] key;

    Derivation(Suite suite, VoteKey voteKey, VoteSecret secret) {
        this.suite = suite;
        byte[] salt = ByteSink.tagged("linli/secret")
                .u8(suite.number())
                .raw(voteKey.bytes())
                .bytes();
        key = suite.hasher().mac(salt, secret.bytes());
    }

    BigInteger scalar(byte[] info) {
        byte[] first = suite.hasher().mac(key, info, new byte[] {1});
        byte[] second = suite.hasher().mac(key, first, info, new byte[] {2});
        byte[] wide = new byte[WIDE_BYTES];
        System.arraycopy(first, 0, wide, 0, first.length);
        System.arraycopy(second, 0, wide, first.length, WIDE_BYTES - first.length);
        return suite.reduce(new BigInteger(1, wide));
    }
}

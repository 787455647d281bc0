package org.linli.ledger;

import java.security.SecureRandom;

/** The secret of one vote, from which every blinding and nonce follows. Whoever has it can read every ballot of the vote. */
public final class VoteSecret {
    public static final int SIZE = 32;
    private final byte[] bytes;

    private VoteSecret(byte[] bytes) {
        if (bytes.length != SIZE) {
            throw new IllegalArgumentException("a vote secret has 32 bytes, not " + bytes.length);
        }
        this.bytes = bytes;
    }

    public static VoteSecret random(SecureRandom random) {
        byte[] bytes = new byte[SIZE];
        random.nextBytes(bytes);
        return new VoteSecret(bytes);
    }

    public static VoteSecret of(byte[] bytes) {
        return new VoteSecret(bytes.clone());
    }

    /** For wrapping under the installation's key; never for a log. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Says nothing, so that no log can. */
    @Override
    public String toString() {
        return "VoteSecret";
    }
}

package org.linli.ledger;

import java.math.BigInteger;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Signs heads with the seal key of an installation. Safe for several threads. */
public final class HeadSigner {
    private final Suite suite;
    private final Signing signing;

    private HeadSigner(Suite suite, Signing signing) {
        this.suite = suite;
        this.signing = signing;
    }

    /**
     * Suite 1. By Bouncy Castle, whose table of the base point signs several times faster than the JDK; a head is signed at each commit.
     * Both give the same signature: Ed25519 leaves no choice (RFC 8032, 5.1.6).
     *
     * @param key an Ed25519 key
     * @throws IllegalArgumentException if it is another kind of key, or one that does not give its bytes away
     */
    public static HeadSigner ed25519(PrivateKey key) {
        Ed25519PrivateKeyParameters seed = seed(key);
        return new HeadSigner(Suite.P256_SHA256_ED25519, message -> {
            Ed25519Signer signer = new Ed25519Signer();
            signer.init(true, seed);
            signer.update(message, 0, message.length);
            return signer.generateSignature();
        });
    }

    private static Ed25519PrivateKeyParameters seed(PrivateKey key) {
        byte[] seed = key instanceof EdECPrivateKey ed
                        && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName())
                ? ed.getBytes().orElseThrow(() -> new IllegalArgumentException("the seal key hides its bytes"))
                : new byte[0];
        if (seed.length != Ed25519PrivateKeyParameters.KEY_SIZE) {
            throw new IllegalArgumentException("no Ed25519 key: " + key.getAlgorithm());
        }
        return new Ed25519PrivateKeyParameters(seed);
    }

    /** Suite 2. @param scalar the private key, 1 to order − 2 */
    public static HeadSigner sm2(BigInteger scalar, SecureRandom random) {
        return new HeadSigner(Suite.SM2_SM3, message -> {
            SM2Signer signer = Sm2.signer();
            signer.init(true, new ParametersWithRandom(Sm2.privateKey(scalar), random));
            signer.update(message, 0, message.length);
            try {
                return signer.generateSignature();
            } catch (CryptoException e) {
                throw new IllegalStateException("the seal key does not sign", e);
            }
        });
    }

    public Suite suite() {
        return suite;
    }

    /** @param timeMicros microseconds since 1970-01-01T00:00Z */
    public SignedHead sign(VoteKey voteKey, long size, Digest root, long timeMicros) {
        byte[] message = SignedHead.message(suite, voteKey, size, root, timeMicros);
        return new SignedHead(voteKey, size, root, timeMicros, Bytes.wrap(signing.sign(message)));
    }

    private interface Signing {
        byte[] sign(byte[] message);
    }
}

package org.linli.ledger;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Signs heads with the seal key of an installation. Safe for several threads. */
public final class HeadSigner {
    private final Suite suite;
    private final Signing signing;

    private HeadSigner(Suite suite, Signing signing) {
        this.suite = suite;
        this.signing = signing;
    }

    /** Suite 1. @param key an Ed25519 key */
    public static HeadSigner ed25519(PrivateKey key) {
        return new HeadSigner(Suite.P256_SHA256_ED25519, message -> {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(key);
                signature.update(message);
                return signature.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("the seal key does not sign", e);
            }
        });
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

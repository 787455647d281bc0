package org.linli.ledger;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.SM2Signer;

/** Checks signed heads against the published seal key. */
public final class HeadVerifier {
    private static final int SIGNATURE_BYTES = 64;
    private static final int ED25519_BYTES = 32;
    /** SubjectPublicKeyInfo of an Ed25519 key up to the key itself. Source: RFC 8410. */
    private static final byte[] ED25519_PREFIX = Hex.read("302a300506032b6570032100");

    private final Suite suite;
    private final Checking checking;

    private HeadVerifier(Suite suite, Checking checking) {
        this.suite = suite;
        this.checking = checking;
    }

    /**
     * @param publicKey 32 bytes of Ed25519 for suite 1, a compressed point for suite 2
     * @throws MalformedException if it is no such key
     */
    public static HeadVerifier of(Suite suite, Bytes publicKey) {
        return new HeadVerifier(suite, suite.number() == 1 ? ed25519(publicKey) : sm2(publicKey));
    }

    /** The 32 bytes under which an Ed25519 key is published. */
    public static Bytes publish(PublicKey key) {
        byte[] encoded = key.getEncoded();
        if (!Arrays.equals(Arrays.copyOf(encoded, ED25519_PREFIX.length), ED25519_PREFIX)) {
            throw new IllegalArgumentException("no Ed25519 key: " + key.getAlgorithm());
        }
        return Bytes.wrap(Arrays.copyOfRange(encoded, ED25519_PREFIX.length, encoded.length));
    }

    /** The compressed point under which an SM2 key is published. */
    public static Bytes publishSm2(BigInteger privateScalar) {
        return Sm2.publicKey(privateScalar);
    }

    public boolean holds(SignedHead head) {
        byte[] signature = head.signature().raw();
        return signature.length == SIGNATURE_BYTES && checking.holds(head.message(suite), signature);
    }

    private static Checking ed25519(Bytes publicKey) {
        if (publicKey.raw().length != ED25519_BYTES) {
            throw new MalformedException("an Ed25519 key has 32 bytes");
        }
        byte[] encoded = new ByteSink().raw(ED25519_PREFIX).raw(publicKey.raw()).bytes();
        try {
            PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
            return (message, signature) -> holds(key, message, signature);
        } catch (GeneralSecurityException e) {
            throw new MalformedException("no Ed25519 key");
        }
    }

    private static boolean holds(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Checking sm2(Bytes publicKey) {
        ECPublicKeyParameters key = Sm2.publicKey(publicKey);
        return (message, signature) -> {
            SM2Signer signer = Sm2.signer();
            signer.init(false, key);
            signer.update(message, 0, message.length);
            return signer.verifySignature(signature);
        };
    }

    private interface Checking {
        boolean holds(byte[] message, byte[] signature);
    }
}

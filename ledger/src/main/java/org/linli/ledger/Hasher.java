package org.linli.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The hash function of a suite and the HMAC over it; both give 32 bytes. */
enum Hasher {
    SHA_256 {
        /** The JDK's own, which uses the processor's instructions. */
        @Override
        byte[] hash(byte[]... parts) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (byte[] part : parts) {
                    digest.update(part);
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("each JDK has SHA-256", e);
            }
        }

        @Override
        HMac mac() {
            return new HMac(SHA256Digest.newInstance());
        }
    },
    SM3 {
        @Override
        byte[] hash(byte[]... parts) {
            SM3Digest digest = new SM3Digest();
            for (byte[] part : parts) {
                digest.update(part, 0, part.length);
            }
            byte[] out = new byte[Digest.SIZE];
            digest.doFinal(out, 0);
            return out;
        }

        @Override
        HMac mac() {
            return new HMac(new SM3Digest());
        }
    };

    abstract byte[] hash(byte[]... parts);

    abstract HMac mac();

    byte[] mac(byte[] key, byte[]... parts) {
        HMac mac = mac();
        mac.init(new KeyParameter(key));
        for (byte[] part : parts) {
            mac.update(part, 0, part.length);
        }
        byte[] out = new byte[Digest.SIZE];
        mac.doFinal(out, 0);
        return out;
    }
}

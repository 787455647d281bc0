package org.linli.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Encryption at rest of names, phones and identity numbers, and the keyed hash by which they are found again.
 *
 * <p>AES-256-GCM with a random 96-bit nonce in front; HMAC-SHA-256 with a second key. Neither key is ever in the
 * database.
 */
@Component
public final class PersonalData {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HASH_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final SecretKey encryption;
    private final SecretKey lookup;

    public PersonalData(Secrets secrets) {
        this.encryption = new SecretKeySpec(secrets.bytes("personal-data"), "AES");
        this.lookup = new SecretKeySpec(secrets.bytes("personal-lookup"), "HmacSHA256");
    }

    public byte[] encrypt(String text) {
        return encrypt(text.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] encrypt(byte[] plain) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(plain.length));
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if the bytes were altered or belong to another key */
    public String decrypt(byte[] sealed) {
        return new String(decryptBytes(sealed), StandardCharsets.UTF_8);
    }

    public byte[] decryptBytes(byte[] sealed) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, encryption, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE_BYTES));
            return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("personal data cannot be read: altered, or another installation's", e);
        }
    }

    /**
     * A keyed hash for equality search, 16 bytes.
     *
     * @param purpose keeps hashes of different fields apart, such as {@code phone}
     * @param normalised the value in its one canonical form
     */
    public byte[] hash(String purpose, String normalised) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(lookup);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(normalised.getBytes(StandardCharsets.UTF_8)), HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

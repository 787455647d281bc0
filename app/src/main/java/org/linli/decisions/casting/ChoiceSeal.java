package org.linli.decisions.casting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.SortedMap;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Choices at rest: AES-256-GCM under the vote's own key, bound to the place where the ballot stands, so that a sealed choice
 * moved to another ballot does not open. Padded to one length in a vote: the size tells nothing.
 */
final class ChoiceSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int BLOCK = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    ChoiceSeal(SecretKey key) {
        this.key = key;
    }

    byte[] seal(String place, SortedMap<Integer, Answer> answers) {
        byte[] text = AnswerText.write(answers).getBytes(StandardCharsets.US_ASCII);
        byte[] padded = Arrays.copyOf(text, Math.ceilDiv(text.length + 1, BLOCK) * BLOCK);
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] cipher = run(Cipher.ENCRYPT_MODE, nonce, place, padded, 0, padded.length);
        byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + cipher.length);
        System.arraycopy(cipher, 0, sealed, NONCE_BYTES, cipher.length);
        return sealed;
    }

    /** @throws IllegalStateException if the bytes were altered, moved or belong to another key */
    SortedMap<Integer, Answer> open(String place, byte[] sealed) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] padded = run(Cipher.DECRYPT_MODE, nonce, place, sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        int length = 0;
        while (length < padded.length && padded[length] != 0) {
            length++;
        }
        return AnswerText.read(new String(padded, 0, length, StandardCharsets.US_ASCII));
    }

    private byte[] run(int mode, byte[] nonce, String place, byte[] input, int from, int length) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(input, from, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed choice does not open", e);
        }
    }
}

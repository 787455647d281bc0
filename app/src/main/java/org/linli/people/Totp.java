package org.linli.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Time-based one-time passwords of six digits in steps of thirty seconds.
 *
 * <p>Source: RFC 6238 with HMAC-SHA-1, truncation of RFC 4226 section 5.3; one step of clock drift each way.
 */
public final class Totp {

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int SECRET_BYTES = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    public static byte[] newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    public static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            int modulus = 1;
            for (int i = 0; i < digits; i++) {
                modulus *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step that a typed code belongs to, if it is near now and later than the last one used. */
    static OptionalLong accept(byte[] secret, String typed, Instant now, @Nullable Long lastStep) {
        String digits = typed.replaceAll("\\s", "");
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            if ((lastStep == null || step > lastStep) && ConstantTime.equals(code(secret, step), digits)) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    /** A code that would be accepted now, for pages of the demo; empty when the near steps are used up. */
    static java.util.Optional<String> usableCode(byte[] secret, Instant now, @Nullable Long lastStep) {
        for (long step = step(now); step <= step(now) + 1; step++) {
            if (lastStep == null || step > lastStep) {
                return java.util.Optional.of(code(secret, step));
            }
        }
        return java.util.Optional.empty();
    }

    /** The secret as authenticator apps take it by hand. Source: RFC 4648 section 6, without padding. */
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte b : bytes) {
            buffer = buffer << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt(buffer >> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(ALPHABET.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    static String uri(String username, byte[] secret) {
        return "otpauth://totp/Linli:" + username + "?secret=" + base32(secret) + "&issuer=Linli";
    }
}

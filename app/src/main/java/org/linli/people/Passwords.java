package org.linli.people;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Passwords of staff: Argon2id with 19 MiB, two passes, one lane.
 *
 * <p>Source: OWASP Password Storage Cheat Sheet [K]; the rules for choosing follow NIST SP 800-63B section 3.1.1 [K].
 */
@Component
class Passwords {

    static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    private final String nobodys = encoder.encode("the password of an account that does not exist");

    String hash(String password) {
        return encoder.encode(password);
    }

    /** Takes the same time whether or not there is a password to compare with. */
    boolean matches(String typed, @Nullable String hash) {
        return typed.length() <= LONGEST && encoder.matches(typed, hash == null ? nobodys : hash) && hash != null;
    }

    /** The text key of what is wrong with a new password, empty if nothing. */
    static Optional<String> objection(String password, String username) {
        if (password.codePointCount(0, password.length()) < SHORTEST || password.length() > LONGEST) {
            return Optional.of("people.password.length");
        }
        if (password.toLowerCase(Locale.ROOT).contains(username.toLowerCase(Locale.ROOT))
                || password.chars().distinct().count() < 5) {
            return Optional.of("people.password.guessable");
        }
        return Optional.empty();
    }
}

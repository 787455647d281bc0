package org.linli.people;

import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Tests make hundreds of accounts and sign them in, and a good hash is slow on purpose. What it costs stands in each hash, so that
 * these are compared by the ordinary code; {@link PasswordsTests} sees to what a city's hashes cost.
 */
@Primary
@Component
class QuickPasswords extends Passwords {

    private static final int KIBIBYTES = 64;

    private final Argon2PasswordEncoder quick = new Argon2PasswordEncoder(16, 32, 1, KIBIBYTES, 1);

    @Override
    String hash(String password) {
        return quick.encode(password);
    }
}

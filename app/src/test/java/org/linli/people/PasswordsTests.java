package org.linli.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTests {

    private static final String PASSWORD = "a long enough passphrase";

    private final Passwords passwords = new Passwords();

    /** As OWASP asks: 19 MiB, two passes, one lane; a salt of its own for each. */
    @Test
    void aHashCostsWhatItShouldAndIsNeverTheSame() {
        String hash = passwords.hash(PASSWORD);

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
        assertThat(passwords.matches(PASSWORD, hash)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", hash)).isFalse();
        assertThat(passwords.matches(PASSWORD, null)).isFalse();
    }

    @Test
    void theCostIsReadFromTheHash() {
        String quick = new QuickPasswords().hash(PASSWORD);

        assertThat(quick).startsWith("$argon2id$v=19$m=64,t=1,p=1$");
        assertThat(passwords.matches(PASSWORD, quick)).isTrue();
        assertThat(passwords.matches(PASSWORD + " ", quick)).isFalse();
    }
}

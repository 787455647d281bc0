package org.linli.people;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person at a screen.
 *
 * @param name as shown on pages
 * @param username null for people who sign in by phone
 * @param phoneLast4 the last four digits of the phone, or null without one
 * @param hasPassword whether a password was set
 * @param totpSecret secret of the authenticator app, or null before enrolment
 * @param totpLastStep the last time step used, or null
 * @param language {@code zh} or {@code en}
 * @param demo an account of the synthetic city
 */
public record Account(
        AccountId id,
        String name,
        @Nullable String username,
        @Nullable String phoneLast4,
        boolean hasPassword,
        byte @Nullable [] totpSecret,
        @Nullable Long totpLastStep,
        String language,
        boolean demo,
        Instant createdAt) {

    /** Staff have a username and sign in with two factors. */
    public boolean isStaff() {
        return username != null;
    }

    /** The secret of the authenticator app, if one is enrolled. */
    public Optional<byte[]> totp() {
        return Optional.ofNullable(totpSecret);
    }
}

package org.linli.people;

import org.jspecify.annotations.Nullable;

/** What came of a wish to make a staff account. */
public sealed interface NewStaff {

    /** @param link path with the one-time token, shown once */
    record Made(AccountId account, String link) implements NewStaff {}

    /** @param key text key of what is wrong */
    record Refused(String key) implements NewStaff {}

    /**
     * What was typed.
     *
     * @param phone where the link goes too, or null
     */
    record Wish(String name, String username, @Nullable Phone phone) {}
}

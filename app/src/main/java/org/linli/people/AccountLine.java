package org.linli.people;

import org.jspecify.annotations.Nullable;

/**
 * A row of the list of accounts.
 *
 * @param username or null for those who sign in by phone
 * @param phoneLast4 or null
 * @param grants how many of its live grants the viewer reaches
 */
public record AccountLine(
        AccountId id,
        String name,
        @Nullable String username,
        @Nullable String phoneLast4,
        int grants) {}

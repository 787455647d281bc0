package org.linli.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.people.Account;
import org.linli.people.Passkeys;
import org.linli.people.Sessions;
import org.linli.platform.scope.Role;

/**
 * One's own account.
 *
 * @param worn id of the hat worn, 0 for none
 * @param said text key of what was just done, or null
 * @param error text key of what was refused, or null
 */
public record AccountPage(
        Account account,
        List<Hat> hats,
        long worn,
        List<Sessions.Open> sessions,
        List<Passkeys.Passkey> passkeys,
        @Nullable String said,
        @Nullable String error) {

    /** A grant in words. */
    public record Hat(long id, Role role, String scope) {}

    /** The page of hats alone. @param next where to go on */
    public record Hats(List<Hat> hats, long worn, String next) {}
}

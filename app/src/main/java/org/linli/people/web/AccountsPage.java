package org.linli.people.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.divisions.Division;
import org.linli.people.Account;
import org.linli.people.AccountLine;
import org.linli.platform.scope.Role;

/** @param lines by account id @param next the id after which the next page begins, or null on the last */
public record AccountsPage(
        List<AccountLine> lines, @Nullable Long next) {

    /**
     * The form for a new staff account.
     *
     * @param roles what the viewer may grant
     * @param divisions to choose from, within the viewer's scope
     */
    public record New(
            List<Role> roles,
            List<Division> divisions,
            String name,
            String username,
            String phone,
            String role,
            String scope,
            @Nullable String error) {}

    /** The set-up link, shown once. @param link absolute address */
    public record Made(long account, String name, String link) {}

    /** An account the viewer manages. @param grants within reach */
    public record One(
            Account account,
            List<Held> grants,
            List<Role> roles,
            List<Division> divisions,
            TypedGrant typed,
            @Nullable String error) {}

    /** The form of a grant as it was typed. */
    public record TypedGrant(String role, String scope, String from, String until) {}

    /** A grant in words. */
    public record Held(
            long id,
            Role role,
            String scope,
            LocalDate from,
            @Nullable LocalDate until) {}
}

package org.linli.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;

/**
 * A role on a scope that an account holds.
 *
 * @param validFrom first legal day
 * @param validTo last legal day, or null for an open end
 */
public record Grant(
        GrantId id,
        AccountId account,
        Role role,
        Scope scope,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}

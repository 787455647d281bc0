package org.linli.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.scope.ViewerSource;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Who asks: the session names account and hat, the database is asked on each request whether both still hold.
 *
 * <p>Somebody who signed in by phone and holds nothing yet is an occupant of nowhere: grant 0, no row in scope.
 */
@Component
class SignedIn implements ViewerSource {

    private final Sessions sessions;
    private final GrantStore grants;
    private final ScopeWords words;
    private final BusinessTime time;
    private final LocaleResolver locales;

    SignedIn(Sessions sessions, GrantStore grants, ScopeWords words, BusinessTime time, LocaleResolver locales) {
        this.sessions = sessions;
        this.grants = grants;
        this.words = words;
        this.time = time;
        this.locales = locales;
    }

    @Override
    public Optional<Viewer> viewer(HttpServletRequest request) {
        Optional<AccountId> account = sessions.account(request);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        Optional<GrantStore.Worn> worn = grants.worn(account.get(), sessions.hat(request), time.today());
        if (worn.isEmpty() || worn.get().isStaff() && worn.get().role() == null) {
            sessions.end(request);
            return Optional.empty();
        }
        return Optional.of(viewer(request, account.get(), worn.get()));
    }

    private Viewer viewer(HttpServletRequest request, AccountId account, GrantStore.Worn worn) {
        @Nullable Role role = worn.role();
        @Nullable Scope scope = worn.scope();
        if (role == null || scope == null) {
            return new Viewer(account.value(), worn.name(), 0, Role.OCCUPANT, new Scope.OfPlatform(), "");
        }
        if (worn.grant() != sessions.hat(request)) {
            sessions.wear(request, worn.grant(), words.of(scope, locales.resolveLocale(request)));
        }
        return new Viewer(account.value(), worn.name(), worn.grant(), role, scope, sessions.scopeName(request));
    }
}

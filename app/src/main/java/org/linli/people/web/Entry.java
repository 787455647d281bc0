package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.linli.people.Account;
import org.linli.people.Grant;
import org.linli.people.People;
import org.linli.people.Sessions;
import org.linli.people.SignIn;
import org.linli.platform.scope.Role;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The last step of every way in: a session of the same shape, and the page wanted before. */
@Component
class Entry {

    private final SignIn signIn;
    private final Sessions sessions;
    private final People people;

    Entry(SignIn signIn, Sessions sessions, People people) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.people = people;
    }

    ModelAndView enter(HttpServletRequest request, Account account, String way, String next) {
        if (!signIn.mayEnter(account)) {
            sessions.end(request);
            ModelAndView page = Views.of(
                    "people/sign-in",
                    new SignInPage(SignInPage.Way.STAFF, SignInController.next(next), "people.sign-in.no-grant", ""));
            page.setStatus(HttpStatus.FORBIDDEN);
            return page;
        }
        return Views.redirect(begin(request, account, way, next));
    }

    /** Opens the session and tells where to go. Only for accounts that may enter. */
    String begin(HttpServletRequest request, Account account, String way, String next) {
        sessions.begin(request, account.id());
        signIn.entered(account, way);
        String wanted = SignInController.next(next);
        return wanted.isEmpty() ? start(account) : wanted;
    }

    private String start(Account account) {
        List<Role> roles =
                people.listGrants(account.id()).stream().map(Grant::role).toList();
        if (roles.contains(Role.AUDITOR)) {
            return "/audit";
        }
        if (roles.contains(Role.SYSTEM_ADMIN)) {
            return "/system";
        }
        if (roles.contains(Role.SECURITY_ADMIN)) {
            return "/accounts";
        }
        return account.isStaff() ? "/desk" : "/";
    }
}

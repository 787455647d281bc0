package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.Enrolment;
import org.linli.people.Passkeys;
import org.linli.people.People;
import org.linli.people.ScopeWords;
import org.linli.people.Sessions;
import org.linli.people.SignIn;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** One's own account: hats, sessions, password, authenticator app, passkeys, language. */
@Controller
class AccountController {

    private static final Set<String> SAID = Set.of(
            "password",
            "authenticator",
            "session",
            "sessions",
            "language",
            "passkey",
            "passkey-refused",
            "passkey-removed");

    private final People people;
    private final SignIn signIn;
    private final Passkeys passkeys;
    private final ScopeWords words;
    private final Sessions sessions;
    private final Frames frames;
    private final LocaleResolver locales;

    AccountController(
            People people,
            SignIn signIn,
            Passkeys passkeys,
            ScopeWords words,
            Sessions sessions,
            Frames frames,
            LocaleResolver locales) {
        this.people = people;
        this.signIn = signIn;
        this.passkeys = passkeys;
        this.words = words;
        this.sessions = sessions;
        this.frames = frames;
        this.locales = locales;
    }

    @Scoped("self")
    @GetMapping("/account")
    ModelAndView account(@RequestParam(defaultValue = "") String said, Viewer viewer, HttpServletRequest request) {
        return page(viewer, request, SAID.contains(said) ? "people.account.said." + said : null, null);
    }

    @Scoped("self")
    @PostMapping("/account/password")
    ModelAndView password(
            @RequestParam String present,
            @RequestParam String wanted,
            @RequestParam String again,
            Viewer viewer,
            HttpServletRequest request) {
        Account account = staff(viewer);
        Optional<String> objection = wanted.equals(again)
                ? signIn.changePassword(account, present, wanted)
                : Optional.of("people.password.differ");
        if (objection.isPresent()) {
            return refused(page(viewer, request, null, objection.get()));
        }
        sessions.endOthers(request, account.id());
        return Views.redirect("/account?said=password");
    }

    /** Begins to replace the authenticator app, for whoever knows the password. */
    @Scoped("self")
    @PostMapping("/account/authenticator")
    ModelAndView authenticator(@RequestParam String present, Viewer viewer, HttpServletRequest request) {
        Account account = staff(viewer);
        if (!signIn.confirm(account.id(), present)) {
            return refused(page(viewer, request, null, "people.password.wrong"));
        }
        sessions.reach(
                request, Sessions.Step.ENROLLING, Enrolment.begin(account.id()).text());
        return Views.redirect("/account/authenticator");
    }

    @Scoped("self")
    @GetMapping("/account/authenticator")
    ModelAndView authenticator(Viewer viewer, HttpServletRequest request) {
        return pending(viewer, request)
                .map(enrolment -> enrolPage(viewer, enrolment, null))
                .orElseGet(() -> Views.redirect("/account"));
    }

    @Scoped("self")
    @PostMapping("/account/authenticator/code")
    ModelAndView authenticatorCode(@RequestParam String code, Viewer viewer, HttpServletRequest request) {
        Optional<Enrolment> enrolment = pending(viewer, request);
        if (enrolment.isEmpty()) {
            return Views.redirect("/account");
        }
        if (!signIn.enrol(enrolment.get(), code)) {
            return refused(enrolPage(viewer, enrolment.get(), "people.second-factor.wrong"));
        }
        sessions.leaveStep(request);
        sessions.endOthers(request, new AccountId(viewer.accountId()));
        return Views.redirect("/account?said=authenticator");
    }

    @Scoped("self")
    @PostMapping("/account/sessions/end")
    ModelAndView endOne(@RequestParam String session, Viewer viewer) {
        sessions.endOne(new AccountId(viewer.accountId()), session);
        return Views.redirect("/account?said=session");
    }

    @Scoped("self")
    @PostMapping("/account/sessions/end-others")
    ModelAndView endOthers(Viewer viewer, HttpServletRequest request) {
        sessions.endOthers(request, new AccountId(viewer.accountId()));
        return Views.redirect("/account?said=sessions");
    }

    @Scoped("self")
    @PostMapping("/account/language")
    ModelAndView language(
            @RequestParam String to, Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        boolean english = to.equals("en");
        signIn.setLanguage(new AccountId(viewer.accountId()), english ? "en" : "zh");
        locales.setLocale(request, response, english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE);
        return Views.redirect("/account?said=language");
    }

    private ModelAndView page(
            Viewer viewer, HttpServletRequest request, @Nullable String said, @Nullable String error) {
        Account account = own(viewer);
        Locale locale = frames.texts(request).locale();
        return Views.of(
                "people/account",
                new AccountPage(
                        account,
                        people.listHats(account.id()).stream()
                                .map(grant -> new AccountPage.Hat(
                                        grant.id().value(), grant.role(), words.of(grant.scope(), locale)))
                                .toList(),
                        viewer.grantId(),
                        sessions.list(request, account.id()),
                        passkeys.list(account.id()),
                        said,
                        error));
    }

    private Account own(Viewer viewer) {
        return people.find(new AccountId(viewer.accountId())).orElseThrow(NotFound::new);
    }

    private Account staff(Viewer viewer) {
        Account account = own(viewer);
        if (!account.isStaff()) {
            throw new NotFound();
        }
        return account;
    }

    private Optional<Enrolment> pending(Viewer viewer, HttpServletRequest request) {
        return sessions.at(request, Sessions.Step.ENROLLING)
                .map(Enrolment::of)
                .filter(enrolment -> enrolment.account().value() == viewer.accountId());
    }

    private ModelAndView enrolPage(Viewer viewer, Enrolment enrolment, @Nullable String error) {
        return Views.of(
                "people/enrol",
                StaffSignInController.page(
                        "/account/authenticator/code",
                        enrolment,
                        String.valueOf(own(viewer).username()),
                        "",
                        error));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

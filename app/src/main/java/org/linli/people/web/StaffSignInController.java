package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.Enrolment;
import org.linli.people.People;
import org.linli.people.Sessions;
import org.linli.people.Sessions.Step;
import org.linli.people.SignIn;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in of staff: password, then the authenticator app; the app is enrolled at the first sign-in. */
@Controller
class StaffSignInController {

    private final SignIn signIn;
    private final People people;
    private final Sessions sessions;
    private final Entry entry;
    private final Portal portal;

    StaffSignInController(SignIn signIn, People people, Sessions sessions, Entry entry, Portal portal) {
        this.signIn = signIn;
        this.people = people;
        this.sessions = sessions;
        this.entry = entry;
        this.portal = portal;
    }

    @PublicPage
    @PostMapping("/sign-in/staff")
    ModelAndView password(
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request) {
        Optional<Account> account = signIn.password(username, password);
        if (account.isEmpty()) {
            return refused(Views.of(
                    "people/sign-in",
                    new SignInPage(
                            SignInPage.Way.STAFF, SignInController.next(next), "people.sign-in.refused", username)));
        }
        sessions.reach(request, Step.PASSWORD_GIVEN, account.get().id().toString());
        String query = SignInController.query(next);
        return Views.redirect((account.get().totp().isPresent() ? "/sign-in/second-factor" : "/sign-in/enrol") + query);
    }

    @PublicPage
    @GetMapping("/sign-in/second-factor")
    ModelAndView secondFactor(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return half(request)
                .map(account -> secondFactorPage(account, next, null))
                .orElseGet(() -> backToStart(next));
    }

    @PublicPage
    @PostMapping("/sign-in/second-factor")
    ModelAndView secondFactor(
            @RequestParam String code, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Account> account = half(request);
        if (account.isEmpty()) {
            return backToStart(next);
        }
        if (!signIn.totp(account.get().id(), code)) {
            return refused(secondFactorPage(account.get(), next, "people.second-factor.wrong"));
        }
        return entry.enter(request, account.get(), "totp", next);
    }

    @PublicPage
    @GetMapping("/sign-in/enrol")
    ModelAndView enrol(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Account> account = half(request).filter(half -> half.totp().isEmpty());
        Optional<Enrolment> pending = sessions.at(request, Step.ENROLLING).map(Enrolment::of);
        if (account.isEmpty() && pending.isEmpty()) {
            return backToStart(next);
        }
        Enrolment enrolment =
                pending.orElseGet(() -> Enrolment.begin(account.orElseThrow().id()));
        sessions.reach(request, Step.ENROLLING, enrolment.text());
        return enrolPage(enrolment, next, null);
    }

    @PublicPage
    @PostMapping("/sign-in/enrol")
    ModelAndView enrol(
            @RequestParam String code, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Enrolment> enrolment = sessions.at(request, Step.ENROLLING).map(Enrolment::of);
        Optional<Account> account = enrolment
                .flatMap(pending -> people.find(pending.account()))
                .filter(a -> a.totp().isEmpty());
        if (account.isEmpty()) {
            return backToStart(next);
        }
        if (!signIn.enrol(enrolment.get(), code)) {
            return refused(enrolPage(enrolment.get(), next, "people.second-factor.wrong"));
        }
        return entry.enter(request, account.get(), "totp", next);
    }

    @PublicPage
    @GetMapping("/sign-in/set-up")
    ModelAndView setUp(@RequestParam String token) {
        return setUpPage(token, null);
    }

    @PublicPage
    @PostMapping("/sign-in/set-up")
    ModelAndView setUp(@RequestParam String token, @RequestParam String password, @RequestParam String again) {
        Optional<String> objection =
                password.equals(again) ? signIn.finishSetUp(token, password) : Optional.of("people.password.differ");
        return objection
                .map(key -> refused(setUpPage(token, key)))
                .orElseGet(() -> Views.redirect("/sign-in?way=staff"));
    }

    private Optional<Account> half(HttpServletRequest request) {
        return sessions.at(request, Step.PASSWORD_GIVEN).flatMap(id -> people.find(new AccountId(Long.parseLong(id))));
    }

    private ModelAndView secondFactorPage(Account account, String next, @Nullable String error) {
        boolean demo = portal.demo() && account.demo();
        return Views.of(
                "people/second-factor",
                new SignInPage.SecondFactor(
                        SignInController.next(next),
                        error,
                        demo,
                        demo ? signIn.demoCode(account).orElse(null) : null));
    }

    private ModelAndView enrolPage(Enrolment enrolment, String next, @Nullable String error) {
        String username =
                people.find(enrolment.account()).map(Account::username).orElse("");
        return Views.of("people/enrol", page("/sign-in/enrol", enrolment, username, next, error));
    }

    static SignInPage.Enrol page(
            String action, Enrolment enrolment, String username, String next, @Nullable String error) {
        Enrolment.Qr qr = enrolment.qr(username);
        return new SignInPage.Enrol(
                action, SignInController.next(next), qr.path(), qr.size(), enrolment.typable(), error);
    }

    private ModelAndView setUpPage(String token, @Nullable String error) {
        Optional<Account> account = signIn.setUp(token);
        return Views.of(
                "people/set-up",
                new SignInPage.SetUp(
                        token,
                        account.map(Account::name).orElse(""),
                        account.map(Account::username).orElse(""),
                        account.isEmpty() ? "people.set-up.gone" : error));
    }

    private static ModelAndView backToStart(String next) {
        return Views.redirect("/sign-in?way=staff"
                + (next.isEmpty() ? "" : "&" + SignInController.query(next).substring(1)));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}

package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.people.Account;
import org.linli.people.Phone;
import org.linli.people.Sessions;
import org.linli.people.Sessions.Step;
import org.linli.people.SignIn;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.Frames;
import org.linli.platform.web.LocalPath;
import org.linli.platform.web.Ui;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Sign-in by a code to the phone, the ways in, and the way out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Entry entry;
    private final Frames frames;

    SignInController(SignIn signIn, Sessions sessions, Entry entry, Frames frames) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.entry = entry;
        this.frames = frames;
    }

    @PublicPage
    @GetMapping("/sign-in")
    ModelAndView ways(@RequestParam(defaultValue = "phone") String way, @RequestParam(defaultValue = "") String next) {
        return Views.of(
                "people/sign-in",
                new SignInPage(
                        way.equals("staff") ? SignInPage.Way.STAFF : SignInPage.Way.PHONE, next(next), null, ""));
    }

    @PublicPage
    @PostMapping("/sign-in/phone")
    ModelAndView phone(
            @RequestParam String phone, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Phone> number = Phone.parse(phone);
        if (number.isEmpty()) {
            return refuse(phone, next, "people.phone.unreadable", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (!signIn.sendCode(number.get(), request.getRemoteAddr())) {
            return refuse(phone, next, "people.phone.too-often", HttpStatus.TOO_MANY_REQUESTS);
        }
        sessions.reach(request, Step.CODE_SENT, number.get().e164());
        return Views.redirect("/sign-in/code" + query(next));
    }

    @PublicPage
    @GetMapping("/sign-in/code")
    ModelAndView code(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return sessions.at(request, Step.CODE_SENT)
                .map(e164 -> codePage(new Phone(e164), next, null))
                .orElseGet(() -> Views.redirect("/sign-in" + query(next)));
    }

    @PublicPage
    @PostMapping("/sign-in/code")
    ModelAndView code(
            @RequestParam String code, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Phone> phone = sessions.at(request, Step.CODE_SENT).map(Phone::new);
        if (phone.isEmpty()) {
            return Views.redirect("/sign-in" + query(next));
        }
        if (!signIn.code(phone.get(), code)) {
            ModelAndView page = codePage(phone.get(), next, "people.code.wrong");
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        List<Account> accounts = signIn.listByPhone(phone.get());
        return switch (accounts.size()) {
            case 0 -> entry.enter(request, signIn.register(phone.get(), language(request)), "phone", next);
            case 1 -> entry.enter(request, accounts.getFirst(), "phone", next);
            default -> {
                sessions.reach(request, Step.PHONE_PROVED, phone.get().e164());
                yield Views.redirect("/sign-in/person" + query(next));
            }
        };
    }

    @PublicPage
    @GetMapping("/sign-in/person")
    ModelAndView person(@RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        return sessions.at(request, Step.PHONE_PROVED)
                .map(e164 -> Views.of(
                        "people/sign-in-person",
                        new SignInPage.Persons(
                                signIn.listByPhone(new Phone(e164)).stream()
                                        .map(account -> new SignInPage.Person(
                                                account.id().value(),
                                                account.name(),
                                                account.createdAt()
                                                        .atZone(BusinessTime.ZONE)
                                                        .toLocalDate()
                                                        .toString()))
                                        .toList(),
                                next(next))))
                .orElseGet(() -> Views.redirect("/sign-in" + query(next)));
    }

    /** @param account one of those that share the proved phone, or 0 for a new one */
    @PublicPage
    @PostMapping("/sign-in/person")
    ModelAndView person(
            @RequestParam long account, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Phone> phone = sessions.at(request, Step.PHONE_PROVED).map(Phone::new);
        if (phone.isEmpty()) {
            return Views.redirect("/sign-in" + query(next));
        }
        Optional<Account> chosen = account == 0
                ? Optional.of(signIn.register(phone.get(), language(request)))
                : signIn.listByPhone(phone.get()).stream()
                        .filter(shared -> shared.id().value() == account)
                        .findFirst();
        return chosen.map(person -> entry.enter(request, person, "phone", next))
                .orElseGet(() -> Views.redirect("/sign-in/person" + query(next)));
    }

    @PublicPage
    @PostMapping("/sign-out")
    ModelAndView out(HttpServletRequest request) {
        sessions.end(request);
        return Views.redirect("/");
    }

    static String next(String typed) {
        return typed.isEmpty() ? "" : LocalPath.orHome(typed);
    }

    static String query(String next) {
        return next.isEmpty() ? "" : "?next=" + Ui.encode(next(next));
    }

    private String language(HttpServletRequest request) {
        return frames.texts(request).isChinese() ? "zh" : "en";
    }

    private static ModelAndView codePage(Phone phone, String next, @Nullable String error) {
        return Views.of("people/sign-in-code", new SignInPage.Code(phone.masked(), next(next), error));
    }

    private static ModelAndView refuse(String typed, String next, String error, HttpStatus status) {
        ModelAndView page = Views.of("people/sign-in", new SignInPage(SignInPage.Way.PHONE, next(next), error, typed));
        page.setStatus(status);
        return page;
    }
}

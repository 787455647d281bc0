package org.linli.people.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.Passkeys;
import org.linli.people.People;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Passkeys: sign-in with one, and adding and removing one's own. */
@Controller
class PasskeyController {

    private final Passkeys passkeys;
    private final People people;
    private final Entry entry;

    PasskeyController(Passkeys passkeys, People people, Entry entry) {
        this.passkeys = passkeys;
        this.people = people;
        this.entry = entry;
    }

    @PublicPage
    @PostMapping("/sign-in/passkey-options")
    ResponseEntity<String> options(HttpServletRequest request) {
        return json(passkeys.requestOptions(request));
    }

    @PublicPage
    @PostMapping("/sign-in/passkey")
    ModelAndView signIn(
            @RequestParam String credential, @RequestParam(defaultValue = "") String next, HttpServletRequest request) {
        Optional<Account> account = passkeys.prove(request, credential);
        if (account.isEmpty()) {
            ModelAndView page = Views.of(
                    "people/sign-in",
                    new SignInPage(SignInPage.Way.PHONE, SignInController.next(next), "people.passkey.refused", ""));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        return entry.enter(request, account.get(), "passkey", next);
    }

    @Scoped("self")
    @PostMapping("/account/passkeys/options")
    ResponseEntity<String> creation(Viewer viewer, HttpServletRequest request) {
        return json(passkeys.creationOptions(request, own(viewer)));
    }

    @Scoped("self")
    @PostMapping("/account/passkeys")
    ModelAndView add(
            @RequestParam String credential,
            @RequestParam(defaultValue = "") String label,
            Viewer viewer,
            HttpServletRequest request) {
        boolean added = passkeys.add(request, own(viewer), credential, label);
        return Views.redirect(added ? "/account?said=passkey" : "/account?said=passkey-refused");
    }

    @Scoped("self")
    @PostMapping("/account/passkeys/removal")
    ModelAndView remove(@RequestParam String passkey, Viewer viewer) {
        passkeys.remove(own(viewer), passkey);
        return Views.redirect("/account?said=passkey-removed");
    }

    private Account own(Viewer viewer) {
        return people.find(new AccountId(viewer.accountId())).orElseThrow(NotFound::new);
    }

    private static ResponseEntity<String> json(String body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}

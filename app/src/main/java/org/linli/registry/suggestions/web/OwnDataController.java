package org.linli.registry.suggestions.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.linli.people.Confirmations;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.FieldError;
import org.linli.registry.Outcome;
import org.linli.registry.OwnerAmendments;
import org.linli.registry.OwnerContacts;
import org.linli.registry.claims.Claim;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.MyHomes;
import org.linli.registry.claims.OwnClaims;
import org.linli.registry.suggestions.Suggestions;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * An owner's own data on the register, for the owner who has proved the home: a new phone after a code that came to it, and a request
 * to the street for a correction of name or number. Nothing personal is put into an address.
 */
@Controller
class OwnDataController {

    private static final int EARLIER = 10;

    private final OwnClaims claims;
    private final MyHomes homes;
    private final OwnerAmendments owners;
    private final OwnerContacts contacts;
    private final Suggestions suggestions;
    private final Confirmations confirmations;
    private final MessageSource texts;

    OwnDataController(
            OwnClaims claims,
            MyHomes homes,
            OwnerAmendments owners,
            OwnerContacts contacts,
            Suggestions suggestions,
            Confirmations confirmations,
            MessageSource texts) {
        this.claims = claims;
        this.homes = homes;
        this.owners = owners;
        this.contacts = contacts;
        this.suggestions = suggestions;
        this.confirmations = confirmations;
        this.texts = texts;
    }

    /** The owner that the account has proved to be. */
    private record Own(ClaimId claim, CommunityId community, int ownerNo, int homeNo) {}

    @Scoped("my-claim")
    @GetMapping("/my/claims/{claim}/data")
    ModelAndView data(@PathVariable String claim, @RequestParam(defaultValue = "") String done, Viewer viewer) {
        return page(own(claim, viewer), Map.of("done", done), List.of(), viewer);
    }

    private Own own(String text, Viewer viewer) {
        Claim claim = ClaimId.parse(text)
                .flatMap(id -> claims.find(who(viewer), id))
                .filter(Claim::isHeld)
                .orElseThrow(NotFound::new);
        Integer owner = claim.ownerNo();
        // A home that was sold ends the claim of its former owner, whose data are no more theirs to change here.
        boolean owns = homes.homes(who(viewer)).stream()
                .anyMatch(home -> home.claim().id().equals(claim.id()));
        if (owner == null || !owns) {
            throw new NotFound();
        }
        return new Own(claim.id(), claim.id().community(), owner, claim.homeNo());
    }

    private static OwnClaims.Who who(Viewer viewer) {
        return new OwnClaims.Who(viewer.accountId(), viewer.name());
    }

    private ModelAndView page(Own own, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        return Views.of(
                "suggestions/own",
                new OwnDataPage(
                        "/my/claims/" + own.claim,
                        homes.place(own.community, own.homeNo),
                        owners.find(own.community, own.ownerNo, RowScope.everything())
                                .orElseThrow(NotFound::new),
                        typed,
                        errors,
                        suggestions.listOf(viewer.accountId(), own.community, EARLIER)));
    }

    /** First sends a code to the new number, then takes it with the code: no number is recorded that does not reach its owner. */
    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/phone")
    ModelAndView phone(
            @PathVariable String claim,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            HttpServletRequest request) {
        Own own = own(claim, viewer);
        Map<String, String> typed = new HashMap<>(Map.of("phone", phone));
        if (code.isBlank()) {
            boolean sent = confirmations.sendTo(phone, request);
            typed.put("sent", sent ? "yes" : "");
            return sent
                    ? page(own, typed, List.of(), viewer)
                    : refused(own, typed, error("phone", "suggestions.refused.phone"), viewer);
        }
        typed.put("sent", "yes");
        return confirmations
                .proved(phone, code)
                .map(proved -> changed(own, proved))
                .orElseGet(() -> refused(own, typed, error("code", "people.code.wrong"), viewer));
    }

    private ModelAndView changed(Own own, String proved) {
        // The old number hears of it first: whoever took over an account cannot take the owner's phone away in silence.
        String place = homes.place(own.community, own.homeNo);
        owners.changeOwnPhone(
                own.community,
                own.ownerNo,
                proved,
                text("suggestions.phone.by"),
                text("suggestions.phone.reason"),
                () -> contacts.send(
                        own.community,
                        own.ownerNo,
                        text("suggestions.phone.subject"),
                        text("suggestions.phone.told", place)));
        return Views.redirect("/my/claims/" + own.claim + "/data?done=phone");
    }

    private String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, Locale.SIMPLIFIED_CHINESE);
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/data")
    ModelAndView suggest(@PathVariable String claim, @RequestParam Map<String, String> typed, Viewer viewer) {
        Own own = own(claim, viewer);
        Outcome outcome = suggestions.suggestOwn(own.community, own.ownerNo, typed, viewer.accountId(), viewer.name());
        return switch (outcome) {
            case Outcome.Stored(String key) -> Views.redirect("/my/claims/" + own.claim + "/data?done=asked");
            case Outcome.Refused(List<FieldError> errors) -> refused(own, typed, errors, viewer);
            case Outcome.Overtaken() -> throw new NotFound();
            case Outcome.Unknown() -> throw new NotFound();
        };
    }

    private static List<FieldError> error(String field, String key) {
        return List.of(new FieldError(field, key, List.of()));
    }

    private ModelAndView refused(Own own, Map<String, String> typed, List<FieldError> errors, Viewer viewer) {
        ModelAndView view = page(own, typed, errors, viewer);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}

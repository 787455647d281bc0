package org.linli.registry.claims.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.claims.Claim;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.MyHomes;
import org.linli.registry.claims.OwnClaims;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** An owner of the register objects by the link in the text message, without an account. The link shows nothing of the claimant. */
@Controller
class ObjectionController {

    private final OwnClaims own;
    private final MyHomes homes;
    private final BusinessTime time;

    ObjectionController(OwnClaims own, MyHomes homes, BusinessTime time) {
        this.own = own;
        this.homes = homes;
        this.time = time;
    }

    @PublicPage
    @GetMapping("/objections/{claim}/{word}")
    ModelAndView ask(@PathVariable String claim, @PathVariable String word) {
        return page(find(claim, word), word, null);
    }

    @PublicPage
    @PostMapping("/objections/{claim}/{word}")
    ModelAndView object(
            @PathVariable String claim, @PathVariable String word, @RequestParam(defaultValue = "") String reason) {
        Claim found = find(claim, word);
        return switch (own.objectByWord(found.id(), word, MyHomeController.limited(reason))) {
            case ClaimResult.Done done -> Views.redirect("/objections/" + found.id() + "/" + word);
            case ClaimResult.Refused(ClaimResult.Reason refused) -> page(found, word, refused);
            case ClaimResult.Unknown() -> throw new NotFound();
        };
    }

    private Claim find(String claim, String word) {
        Optional<Claim> found = own.byWord(MyHomeController.claim(claim), word);
        return found.orElseThrow(NotFound::new);
    }

    private ModelAndView page(Claim claim, String word, ClaimResult.@Nullable Reason refused) {
        ModelAndView view = Views.of(
                "claims/objection",
                new ObjectionPage(
                        claim,
                        homes.place(claim.id().community(), claim.homeNo()),
                        word,
                        claim.lastDayToObject() != null && claim.isUnderObjection(time.today()),
                        refused));
        if (refused != null) {
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return view;
    }
}

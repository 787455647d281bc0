package org.linli.registry.claims.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.my.MyHomeSection;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.registry.PublicCommunities;
import org.linli.registry.claims.ClaimId;
import org.linli.registry.claims.ClaimResult;
import org.linli.registry.claims.Designations;
import org.linli.registry.claims.LinkId;
import org.linli.registry.claims.Links;
import org.linli.registry.claims.MyHomes;
import org.linli.registry.claims.OwnClaims;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** 我的家: what is proved, what is on its way, who helps, and what others claim. Under any hat it is the account's own. */
@Controller
class MyHomeController {

    private final MyHomes homes;
    private final OwnClaims own;
    private final Links links;
    private final Designations designations;
    private final PublicCommunities communities;
    private final List<MyHomeSection> sections;
    private final BusinessTime time;

    MyHomeController(
            MyHomes homes,
            OwnClaims own,
            Links links,
            Designations designations,
            PublicCommunities communities,
            List<MyHomeSection> sections,
            BusinessTime time) {
        this.homes = homes;
        this.own = own;
        this.links = links;
        this.designations = designations;
        this.communities = communities;
        this.sections = sections;
        this.time = time;
    }

    static OwnClaims.Who who(Viewer viewer) {
        return new OwnClaims.Who(viewer.accountId(), viewer.name());
    }

    /** @param refused code of what was refused before */
    @Scoped("list")
    @GetMapping("/my")
    ModelAndView my(@RequestParam(defaultValue = "") String refused, Viewer viewer) {
        OwnClaims.Who who = who(viewer);
        return Views.of(
                "claims/my",
                new MyPage(
                        time.today(),
                        reason(refused),
                        homes.homes(who),
                        homes.pending(who),
                        homes.objectionable(who),
                        homes.links(who),
                        sections(viewer),
                        communities(viewer)));
    }

    private static ClaimResult.@Nullable Reason reason(String code) {
        return Arrays.stream(ClaimResult.Reason.values())
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<MyPage.Section> sections(Viewer viewer) {
        return sections.stream()
                .sorted(Comparator.comparingInt(MyHomeSection::order))
                .map(section -> new MyPage.Section(section.titleKey(), section.lines(viewer, time.today())))
                .filter(section -> !section.lines().isEmpty())
                .toList();
    }

    private List<PublicCommunities.Profile> communities(Viewer viewer) {
        List<CommunityId> ids = new ArrayList<>(homes.communities(who(viewer)));
        if (viewer.scope() instanceof Scope.OfCommunity(CommunityId worn) && !ids.contains(worn)) {
            ids.add(worn);
        }
        return ids.stream().flatMap(id -> communities.find(id).stream()).toList();
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/end")
    ModelAndView end(@PathVariable String claim, Viewer viewer) {
        return answer(own.end(who(viewer), claim(claim)));
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/objection")
    ModelAndView object(@PathVariable String claim, @RequestParam(defaultValue = "") String reason, Viewer viewer) {
        return answer(own.object(who(viewer), claim(claim), limited(reason)));
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/helpers")
    ModelAndView letRead(
            @PathVariable String claim,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String name,
            Viewer viewer) {
        return answer(links.letRead(who(viewer), claim(claim), phone, limited(name)));
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/designation")
    ModelAndView designate(@PathVariable String claim, @RequestParam(defaultValue = "0") int owner, Viewer viewer) {
        return answer(designations.propose(who(viewer), claim(claim), owner));
    }

    @Scoped("my-claim")
    @PostMapping("/my/claims/{claim}/designation-word")
    ModelAndView sayOnDesignation(
            @PathVariable String claim, @RequestParam(defaultValue = "false") boolean agreed, Viewer viewer) {
        return answer(designations.answer(who(viewer), claim(claim), agreed));
    }

    @Scoped("my-link")
    @PostMapping("/my/links/{link}/end")
    ModelAndView endLink(@PathVariable String link, Viewer viewer) {
        return answer(links.end(who(viewer), LinkId.parse(link).orElseThrow(NotFound::new)));
    }

    static ClaimId claim(String text) {
        return ClaimId.parse(text).orElseThrow(NotFound::new);
    }

    static String limited(String text) {
        return text.length() > 300 ? text.substring(0, 300) : text;
    }

    private static ModelAndView answer(ClaimResult result) {
        return switch (result) {
            case ClaimResult.Done done -> Views.redirect("/my");
            case ClaimResult.Refused(ClaimResult.Reason reason) -> Views.redirect("/my?refused=" + reason.code());
            case ClaimResult.Unknown() -> throw new NotFound();
        };
    }

    private static ModelAndView answer(Links.Result result) {
        return switch (result) {
            case Links.Result.Done done -> Views.redirect("/my");
            case Links.Result.Refused(ClaimResult.Reason reason) -> Views.redirect("/my?refused=" + reason.code());
            case Links.Result.Unknown() -> throw new NotFound();
        };
    }
}

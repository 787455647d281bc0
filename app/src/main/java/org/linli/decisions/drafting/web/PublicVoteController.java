package org.linli.decisions.drafting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.VotePageSection;
import org.linli.decisions.Votes;
import org.linli.decisions.drafting.Drafts;
import org.linli.decisions.drafting.Nominations;
import org.linli.decisions.drafting.VoteCalendar;
import org.linli.decisions.drafting.VoteFilter;
import org.linli.divisions.Divisions;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.RowScope;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.Frames;
import org.linli.platform.web.QrCode;
import org.linli.platform.web.Texts;
import org.linli.platform.web.Views;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What anybody sees of votes: the list, one vote with its notice, and the numbers in force. */
@Controller
class PublicVoteController {

    private static final int ON_A_PAGE = 30;
    private static final int OF_EACH_GROUP = 10;

    private final Votes votes;
    private final VoteCalendar calendar;
    private final Drafts drafts;
    private final Nominations nominations;
    private final Divisions divisions;
    private final List<VotePageSection> sections;
    private final Portal portal;
    private final Frames frames;

    PublicVoteController(
            Votes votes,
            VoteCalendar calendar,
            Drafts drafts,
            Nominations nominations,
            Divisions divisions,
            List<VotePageSection> sections,
            Portal portal,
            Frames frames) {
        this.votes = votes;
        this.calendar = calendar;
        this.drafts = drafts;
        this.nominations = nominations;
        this.divisions = divisions;
        this.sections = sections;
        this.portal = portal;
        this.frames = frames;
    }

    @PublicPage
    @GetMapping("/votes")
    ModelAndView list(@RequestParam(defaultValue = "") String group, @RequestParam(defaultValue = "") String after) {
        List<PublicListPage.Group> groups = new ArrayList<>();
        for (VoteFilter.Group one : VoteFilter.Group.values()) {
            boolean chosen = one.name().equals(group);
            if (group.isEmpty() || chosen) {
                groups.add(new PublicListPage.Group(
                        one,
                        calendar.list(
                                VoteFilter.ofGroup(one, chosen ? after : "", chosen ? ON_A_PAGE : OF_EACH_GROUP),
                                RowScope.everything())));
            }
        }
        return Views.of("decisions/drafting/public-list", new PublicListPage(group, groups, places(groups)));
    }

    private Map<String, String> places(List<PublicListPage.Group> groups) {
        return divisions
                .fullNames(groups.stream()
                        .flatMap(group -> group.page().lines().stream())
                        .map(line -> new DivisionCode(line.division()))
                        .collect(Collectors.toSet()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(entry -> entry.getKey().value(), Map.Entry::getValue));
    }

    @PublicPage
    @GetMapping("/votes/rules")
    ModelAndView rules() {
        return Views.of("decisions/drafting/rules", new RulesPage(List.of(RulePacks.TAIZHOU_2021)));
    }

    @PublicPage
    @GetMapping("/votes/{vote}")
    ModelAndView show(@PathVariable String vote, HttpServletRequest request) {
        Vote found = votes.getPublic(vote);
        Texts texts = frames.texts(request);
        String address = portal.baseUrl().replaceAll("/+$", "") + "/votes/" + found.id();
        return Views.of(
                "decisions/drafting/public-vote",
                new PublicVotePage(
                        found,
                        divisions.fullName(new DivisionCode(found.division())),
                        drafts.order(found.id()).orElse(null),
                        drafts.versions(found.id()).stream()
                                .filter(version -> !version.cause().equals("DRAFT"))
                                .toList(),
                        nominations.postings(found.id()),
                        sections.stream()
                                .flatMap(source -> source.section(found, texts).stream())
                                .sorted()
                                .toList(),
                        address,
                        QrCode.of(address)));
    }
}

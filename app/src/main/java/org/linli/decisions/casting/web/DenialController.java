package org.linli.decisions.casting.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Recusal;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CounterDenials;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.casting.Denials.Denial;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.platform.files.Downloads;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.text.Words;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.linli.publishing.gate.PublicTexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** "It was not me": said by an owner on the phone or at the counter, ruled on by the street with a reason. */
@Controller
class DenialController {

    private static final int LONGEST = CounterDenials.LONGEST;

    private final Votes votes;
    private final Rolls rolls;
    private final Ballots ballots;
    private final Denials denials;
    private final CounterDenials counter;
    private final Downloads downloads;
    private final BusinessTime time;
    private final Recusal recusal;
    private final RowScopes scopes;
    private final PublicTexts gate;

    DenialController(
            Votes votes,
            Rolls rolls,
            Ballots ballots,
            Denials denials,
            CounterDenials counter,
            Downloads downloads,
            BusinessTime time,
            Recusal recusal,
            RowScopes scopes,
            PublicTexts gate) {
        this.gate = gate;
        this.votes = votes;
        this.rolls = rolls;
        this.ballots = ballots;
        this.denials = denials;
        this.counter = counter;
        this.downloads = downloads;
        this.time = time;
        this.recusal = recusal;
        this.scopes = scopes;
    }

    private MyDenialPage mine(String address, String entry, Viewer viewer, String typed, @Nullable String problem) {
        Vote vote = votes.getPublic(address);
        boolean mine = rolls.entriesOf(vote.id(), viewer.accountId()).stream()
                .anyMatch(voter -> voter.entry().id().equals(entry));
        if (!mine) {
            throw new NotFound();
        }
        Ballots.Line ballot = ballots.standing(vote.id(), entry).orElseThrow(NotFound::new);
        boolean own = Long.valueOf(viewer.accountId()).equals(ballot.account());
        return new MyDenialPage(vote, ballot, own, Denials.areOpen(vote), vote.isOpenAt(time.now()), typed, problem);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/votes/{address}/{entry}/denial")
    ModelAndView ask(@PathVariable String address, @PathVariable String entry, Viewer viewer) {
        return Views.of("decisions/casting/my-denial", mine(address, entry, viewer, "", null));
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/my/votes/{address}/{entry}/denial")
    ModelAndView deny(
            @PathVariable String address,
            @PathVariable String entry,
            @RequestParam Denials.Kind kind,
            @RequestParam(defaultValue = "") String text,
            Viewer viewer) {
        MyDenialPage page = mine(address, entry, viewer, text, null);
        if (page.own() || !page.open()) {
            return Views.of("decisions/casting/my-denial", page);
        }
        if (!Words.isGiven(text, LONGEST)) {
            return Views.of(
                    "decisions/casting/my-denial", mine(address, entry, viewer, text, "casting.denial.text-missing"));
        }
        try {
            denials.deny(
                    page.vote().id(),
                    entry,
                    page.ballot().attempt(),
                    kind,
                    text.strip(),
                    viewer.accountId(),
                    masked(viewer.name()));
        } catch (Denials.TooLate over) {
            String problem = Denials.areOpen(page.vote()) ? "casting.denial.co-owner-late" : "casting.denial.too-late";
            return Views.of("decisions/casting/my-denial", mine(address, entry, viewer, text, problem));
        }
        return Views.redirect("/my/votes/" + page.vote().id());
    }

    /** The first character and stars, as names of owners are shown to staff. */
    private static String masked(String name) {
        return name.isEmpty() ? "*" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{address}/denials")
    ModelAndView list(@PathVariable String address, Viewer viewer) {
        return list(votes.get(address, scopes.of(viewer)), viewer, null);
    }

    private ModelAndView list(Vote vote, Viewer viewer, @Nullable String problem) {
        Optional<FrozenRoll> roll = rolls.find(vote.id());
        List<Ballots.Line> cast = ballots.listAfter(vote.id(), -1);
        List<DenialsPage.Line> lines = denials.list(vote.id(), scopes.of(viewer)).stream()
                .map(denial -> new DenialsPage.Line(
                        denial,
                        roll.flatMap(found -> found.find(denial.entry()))
                                .map(entry -> String.join("、", OwnHomes.names(entry)))
                                .orElse(""),
                        cast.stream()
                                .filter(ballot ->
                                        ballot.entry().equals(denial.entry()) && ballot.attempt() == denial.attempt())
                                .map(Ballots.Line::channel)
                                .findFirst()
                                .orElse(null)))
                .toList();
        return Views.of(
                "decisions/casting/denials",
                new DenialsPage(
                        vote,
                        lines,
                        roll.map(FrozenRoll::buildings).orElseGet(TreeMap::new),
                        viewer.role() == Role.STREET && Denials.areOpen(vote),
                        Denials.areOpen(vote),
                        problem));
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{address}/denials")
    ModelAndView atCounter(
            @PathVariable String address,
            @RequestParam(defaultValue = "0") int building,
            @RequestParam(defaultValue = "") String room,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Viewer viewer)
            throws IOException {
        Vote vote = votes.get(address, scopes.of(viewer));
        int home = rolls.find(vote.id())
                .map(roll -> roll.homeOf(building, room).orElse(0))
                .orElse(0);
        int which = owner.matches("[1-9]\\d?") ? Integer.parseInt(owner) : 0;
        try (InputStream signed = file == null ? InputStream.nullInputStream() : file.getInputStream()) {
            return switch (counter.take(vote, home, which, text, signed, viewer)) {
                case CounterDenials.Result.Taken taken -> Views.redirect("/desk/votes/" + vote.id() + "/denials");
                case CounterDenials.Result.Refused(CounterDenials.Problem why) ->
                    list(vote, viewer, "casting.denial.counter." + why.name());
            };
        }
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{address}/denials/{number}/paper")
    void paper(@PathVariable String address, @PathVariable int number, Viewer viewer, HttpServletResponse response)
            throws IOException {
        Vote vote = votes.get(address, scopes.of(viewer));
        Denials.Paper paper = denials.find(vote.id(), number, scopes.of(viewer))
                .flatMap(denial -> counter.paper(denial, viewer))
                .orElseThrow(NotFound::new);
        downloads.send(response, paper.hash(), paper.type(), "denial-" + vote.id() + "-" + number);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET})
    @PostMapping("/desk/votes/{address}/denials/{number}/ruling")
    ModelAndView rule(
            @PathVariable String address,
            @PathVariable int number,
            @RequestParam boolean annul,
            @RequestParam(defaultValue = "") String reason,
            Viewer viewer) {
        Vote vote = votes.get(address, scopes.of(viewer));
        Denial denial = denials.find(vote.id(), number, scopes.of(viewer)).orElseThrow(NotFound::new);
        if (!Words.isGiven(reason, LONGEST)) {
            return list(vote, viewer, "casting.denial.reason-missing");
        }
        if (recusal.isDue(viewer, vote.id().community())) {
            return list(vote, viewer, "casting.denial.owns-a-home");
        }
        try {
            denials.rule(
                    vote,
                    denial,
                    annul,
                    gate.check(reason.strip(), vote.division()).masked(),
                    viewer.name(),
                    viewer.accountId());
        } catch (Denials.AlreadyRuled before) {
            return list(vote, viewer, "casting.denial.ruled-before");
        } catch (Denials.TooLate over) {
            return list(vote, viewer, "casting.denial.too-late");
        }
        return Views.redirect("/desk/votes/" + vote.id() + "/denials");
    }
}

package org.linli.decisions.casting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.casting.CastResult.Refusal;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.casting.NotStored;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.KnownVoters;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.VoterEntry;
import org.linli.people.Confirmations;
import org.linli.platform.audit.RecordedElsewhere;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.ReceivedAt;
import org.linli.platform.web.Views;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Votes on the phone: the own entries, the ballot, the review, the one confirmation. What is not the reader's is not found. */
@Controller
class MyVoteController {

    private static final SortedMap<Integer, String> NO_PROBLEMS = new TreeMap<>();

    private final Votes votes;
    private final Rolls rolls;
    private final KnownVoters voters;
    private final Ballots ballots;
    private final Denials denials;
    private final Confirmations confirmations;
    private final DeviceMarks devices;
    private final BusinessTime time;

    MyVoteController(
            Votes votes,
            Rolls rolls,
            KnownVoters voters,
            Ballots ballots,
            Denials denials,
            Confirmations confirmations,
            DeviceMarks devices,
            BusinessTime time) {
        this.votes = votes;
        this.rolls = rolls;
        this.voters = voters;
        this.ballots = ballots;
        this.denials = denials;
        this.confirmations = confirmations;
        this.devices = devices;
        this.time = time;
    }

    /** The reader's part in a vote. */
    private record Own(Vote vote, FrozenRoll.Entry entry, VoterEntry voter, String asOf) {
        List<DecisionItem> items() {
            return vote.items().stream()
                    .filter(item -> entry.areas().containsKey(item.rollNo()))
                    .toList();
        }

        long areaDm2() {
            return entry.areas().values().stream()
                    .mapToLong(Long::longValue)
                    .max()
                    .orElse(0);
        }
    }

    private Own own(String address, String entry, Viewer viewer) {
        Vote vote = votes.getPublic(address);
        return own(vote, entry, voters.learn(vote.id(), viewer.accountId()));
    }

    /** As known from the page before; the box asks whether it still holds. */
    private Own recalled(String address, String entry, Viewer viewer) {
        Vote vote = VoteId.parse(address)
                .flatMap(ballots::known)
                .filter(Vote::isPublic)
                .orElseGet(() -> votes.getPublic(address));
        return own(vote, entry, voters.recall(vote.id(), viewer.accountId()));
    }

    private static Own own(Vote vote, String entry, KnownVoters.Known known) {
        VoterEntry voter = known.entries().stream()
                .filter(mine -> mine.entry().id().equals(entry))
                .findFirst()
                .orElseThrow(NotFound::new);
        return new Own(vote, voter.entry(), voter, known.asOf());
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/votes/{address}")
    ModelAndView mine(@PathVariable String address, Viewer viewer, HttpServletRequest request) {
        Vote vote = votes.getPublic(address);
        Set<String> contested = denials.contestedEntries(vote.id());
        List<MyVotePage.Line> lines = rolls.entriesOf(vote.id(), viewer.accountId()).stream()
                .map(mine -> line(vote, mine, contested))
                .toList();
        return Views.of(
                "decisions/casting/my-vote", new MyVotePage(vote, vote.isOpenAt(ReceivedAt.of(request)), lines));
    }

    private MyVotePage.Line line(Vote vote, VoterEntry mine, Set<String> contested) {
        Own own = new Own(vote, mine.entry(), mine, "");
        String entry = mine.entry().id();
        return new MyVotePage.Line(
                entry,
                OwnHomes.names(mine.entry()),
                own.areaDm2(),
                ballots.standing(vote.id(), entry).orElse(null),
                !mine.mayVote(),
                contested.contains(entry));
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/votes/{address}/{entry}")
    ModelAndView ballot(
            @PathVariable String address,
            @PathVariable String entry,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Own own = own(address, entry, viewer);
        if (!mayCast(own, request)) {
            return Views.redirect("/my/votes/" + own.vote.id());
        }
        ballots.prepare(own.vote.id(), entry);
        devices.mark(request, response);
        return page("ballot", own, new LinkedMultiValueMap<>(), NO_PROBLEMS, viewer, request, null);
    }

    private boolean mayCast(Own own, HttpServletRequest request) {
        return own.voter.mayVote()
                && own.vote.isOpenAt(ReceivedAt.of(request))
                && ballots.standing(own.vote.id(), own.entry.id()).isEmpty();
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @PostMapping("/my/votes/{address}/{entry}/review")
    ModelAndView review(
            @PathVariable String address,
            @PathVariable String entry,
            @RequestParam MultiValueMap<String, String> typed,
            Viewer viewer,
            HttpServletRequest request) {
        Own own = own(address, entry, viewer);
        BallotForm form = BallotForm.read(own.items(), typed);
        if (!form.isSound() || typed.containsKey("back")) {
            SortedMap<Integer, String> problems = typed.containsKey("back") ? NO_PROBLEMS : form.problems();
            return page("ballot", own, typed, problems, viewer, request, null);
        }
        @Nullable String notice = null;
        if (confirmation(viewer, request) == BallotPage.Confirmation.CODE && !typed.containsKey("code")) {
            notice = confirmations.send(viewer.accountId(), request) ? "casting.code-sent" : "casting.code-not-sent";
        }
        return page("review", own, typed, NO_PROBLEMS, viewer, request, notice);
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @RecordedElsewhere("the ballot's own row: account, device, time, and its leaf in the record")
    @PostMapping(BallotPage.CAST)
    ModelAndView cast(
            @RequestParam("vote") String address,
            @RequestParam String entry,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String code,
            Viewer viewer,
            HttpServletRequest request,
            HttpServletResponse response) {
        Own own = recalled(address, entry, viewer);
        BallotForm form = BallotForm.read(own.items(), typed);
        if (!form.isSound()) {
            return page("ballot", own, typed, form.problems(), viewer, request, null);
        }
        if (!own.voter.mayVote()) {
            return Views.redirect("/my/votes/" + own.vote.id());
        }
        BallotPage.Confirmation how = confirmation(viewer, request);
        boolean confirmed = how == BallotPage.Confirmation.FRESH
                || how == BallotPage.Confirmation.CODE && confirmations.isRight(viewer.accountId(), code);
        if (!confirmed) {
            return page("review", own, typed, NO_PROBLEMS, viewer, request, "casting.code-wrong");
        }
        return answer(own, typed, form, devices.of(request, response), viewer, request);
    }

    private ModelAndView answer(
            Own own,
            MultiValueMap<String, String> typed,
            BallotForm form,
            byte[] device,
            Viewer viewer,
            HttpServletRequest request) {
        String receipt = "/my/votes/" + own.vote.id() + "/" + own.entry.id() + "/receipt";
        try {
            return switch (store(own, form, device, viewer, request)) {
                case CastResult.Cast done -> Views.redirect(receipt);
                case CastResult.AlreadyCast before ->
                    Views.redirect(receipt + (before.sameAnswers() ? "" : "?already=true"));
                case CastResult.Refused(Refusal code)
                when code == Refusal.STANDING_UNKNOWN -> Views.redirect("/my/votes/" + own.vote.id());
                case CastResult.Refused refused -> refused(own, typed, refused, viewer, request);
            };
        } catch (NotStored failed) {
            ModelAndView page = page("review", own, typed, NO_PROBLEMS, viewer, request, "casting.not-stored");
            page.setStatus(HttpStatus.SERVICE_UNAVAILABLE);
            return page;
        }
    }

    /** Once more with the standing as it is now, if something was recorded in the community since the ballot was opened. */
    private CastResult store(Own own, BallotForm form, byte[] device, Viewer viewer, HttpServletRequest request) {
        CastResult result = ballots.cast(request(own, form, device, viewer, request), own.asOf);
        if (result instanceof CastResult.Refused(Refusal code) && code == Refusal.STANDING_UNKNOWN) {
            Own now = own(own.vote.id().toString(), own.entry.id(), viewer);
            if (now.voter.mayVote()) {
                return ballots.cast(request(now, form, device, viewer, request), now.asOf);
            }
        }
        return result;
    }

    private static CastRequest request(
            Own own, BallotForm form, byte[] device, Viewer viewer, HttpServletRequest request) {
        return new CastRequest(
                own.vote.id(),
                own.entry.id(),
                form.answers(),
                Channel.PHONE,
                own.voter.homeNo(),
                own.voter.ownerNo(),
                viewer.accountId(),
                device,
                null,
                null,
                ReceivedAt.of(request));
    }

    private ModelAndView refused(
            Own own,
            MultiValueMap<String, String> typed,
            CastResult.Refused refused,
            Viewer viewer,
            HttpServletRequest request) {
        ModelAndView page = page(
                "review",
                own,
                typed,
                NO_PROBLEMS,
                viewer,
                request,
                "casting.refused." + refused.code().name());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private BallotPage.Confirmation confirmation(Viewer viewer, HttpServletRequest request) {
        if (confirmations.isFresh(request)) {
            return BallotPage.Confirmation.FRESH;
        }
        return confirmations.hasPhone(viewer.accountId())
                ? BallotPage.Confirmation.CODE
                : BallotPage.Confirmation.SIGN_IN_AGAIN;
    }

    private ModelAndView page(
            String template,
            Own own,
            MultiValueMap<String, String> typed,
            SortedMap<Integer, String> problems,
            Viewer viewer,
            HttpServletRequest request,
            @Nullable String notice) {
        Optional<String> closed =
                own.vote.isOpenAt(time.now()) ? Optional.empty() : Optional.of("casting.refused.NOT_OPEN");
        return Views.of(
                "decisions/casting/" + template,
                new BallotPage(
                        own.vote,
                        own.entry.id(),
                        OwnHomes.names(own.entry),
                        own.areaDm2(),
                        own.items(),
                        typed,
                        problems,
                        confirmation(viewer, request),
                        rolls.find(own.vote.id()).filter(FrozenRoll::isSmall).isPresent(),
                        notice == null ? closed.orElse(null) : notice));
    }
}

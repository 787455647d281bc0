package org.linli.decisions.reach.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.Frames;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.QrCode;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One owner's vote with help: join, mark, read back and confirm, stop, print the receipt. */
@Controller
class SessionController {

    private final ReachDesk desk;
    private final Assistance assistance;
    private final Frames frames;
    private final Portal portal;

    SessionController(ReachDesk desk, Assistance assistance, Frames frames, Portal portal) {
        this.desk = desk;
        this.assistance = assistance;
        this.frames = frames;
        this.portal = portal;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/assisted/{session}")
    ModelAndView session(
            @PathVariable String vote, @PathVariable int session, Viewer viewer, HttpServletRequest request) {
        return page(desk.vote(vote, viewer), session, viewer, request, Refusal.NONE, Typed.NOTHING);
    }

    private ModelAndView page(
            Vote vote, int number, Viewer viewer, HttpServletRequest request, Refusal refusal, Typed typed) {
        Session session = assistance.find(vote, number).orElseThrow(NotFound::new);
        Optional<RollView> roll = desk.roll(vote);
        Actor actor = ReachDesk.actor(viewer);
        boolean isOpener = session.opener() == viewer.accountId();
        boolean isCompanion = session.companion()
                .filter(account -> account == viewer.accountId())
                .isPresent();
        boolean asks = isOpener && session.companion().isPresent() && !session.isMarked() && !session.isOver();
        return Answers.page(
                "session",
                new SessionPage(
                        desk.head(vote, roll, viewer),
                        session,
                        address(roll, session),
                        isOpener,
                        isCompanion,
                        asks
                                ? form(vote, roll, session, typed)
                                        .map(AnswerForm::questions)
                                        .orElse(List.of())
                                : List.of(),
                        Question.said(vote, assistance.marked(vote, session, actor), frames.texts(request)),
                        refusal,
                        typed),
                refusal);
    }

    private static Optional<AnswerForm> form(Vote vote, Optional<RollView> roll, Session session, Typed typed) {
        return roll.flatMap(found -> Optional.ofNullable(found.entries().get(session.entry())))
                .map(entry -> AnswerForm.of(AnswerForm.Use.SCREEN, vote, entry, typed));
    }

    private static String address(Optional<RollView> roll, Session session) {
        return roll.flatMap(found -> found.part(session.homeNo()))
                .map(RollView.Part::address)
                .orElse("");
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/assisted/{session}/{step:join|confirmation|stop}")
    ModelAndView step(
            @PathVariable String vote,
            @PathVariable int session,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer,
            HttpServletRequest request) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Actor actor = ReachDesk.actor(viewer);
        Act act = step.equals("join")
                ? assistance.join(found, session, actor)
                : step.equals("stop")
                        ? assistance.stop(found, session, typed.text("reason"), actor)
                        : assistance.confirm(found, session, actor);
        return answer(found, session, viewer, request, act, typed);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{vote}/assisted/{session}/marks")
    ModelAndView mark(
            @PathVariable String vote,
            @PathVariable int session,
            @RequestParam MultiValueMap<String, String> fields,
            Viewer viewer,
            HttpServletRequest request) {
        Vote found = desk.vote(vote, viewer);
        Typed typed = new Typed(fields);
        Session known = assistance.find(found, session).orElseThrow(NotFound::new);
        AnswerForm form = form(found, desk.roll(found), known, typed).orElseThrow(NotFound::new);
        Act act = form.problem().isPresent()
                ? Act.refused(form.problem().get())
                : assistance.mark(
                        found, session, typed.text("way").equals("SPOKEN"), form.answers(), ReachDesk.actor(viewer));
        return answer(found, session, viewer, request, act, typed);
    }

    private ModelAndView answer(
            Vote vote, int session, Viewer viewer, HttpServletRequest request, Act act, Typed typed) {
        if (act instanceof Act.Done) {
            return Views.redirect("/desk/votes/" + vote.id() + "/assisted/" + session);
        }
        return assistance.find(vote, session).isPresent()
                ? page(vote, session, viewer, request, Refusal.of(act), typed)
                : notFound();
    }

    private static ModelAndView notFound() {
        throw new NotFound();
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/assisted/{session}/receipt")
    ModelAndView receipt(@PathVariable String vote, @PathVariable int session, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Session known = assistance.find(found, session).orElseThrow(NotFound::new);
        CastResult.Receipt receipt = assistance.receipt(found, known).orElseThrow(NotFound::new);
        String link = portal.baseUrl() + "/votes/" + found.id() + "/leaves/" + receipt.leafNo();
        return Views.of(
                "decisions/reach/receipt",
                new ReceiptPage(
                        Head.of(found, desk.roll(found)),
                        address(desk.roll(found), known),
                        receipt,
                        receipt.headAt(),
                        link,
                        QrCode.of(link)));
    }
}

package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.decisions.reach.paper.PaperReadings;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.QrCode;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one paper ballot, and the ballot itself for the printer. */
@Component
class PaperPages {

    static final List<Role> READERS = List.of(Role.COMMUNITY_WORKER, Role.STREET);

    private final ReachDesk desk;
    private final PaperBallots papers;
    private final PaperReadings readings;
    private final Portal portal;

    PaperPages(ReachDesk desk, PaperBallots papers, PaperReadings readings, Portal portal) {
        this.desk = desk;
        this.papers = papers;
        this.readings = readings;
        this.portal = portal;
    }

    ModelAndView paper(Vote vote, int number, Viewer viewer, Refusal refusal, Typed typed) {
        Paper paper = papers.find(vote, number).orElseThrow(NotFound::new);
        Optional<RollView> roll = desk.roll(vote);
        PaperReadings.Wait wait = readings.waitsFor(vote, paper);
        boolean mayRead = READERS.contains(viewer.role());
        boolean asked = mayRead
                && !paper.wasReadBy(viewer.accountId())
                && (wait == PaperReadings.Wait.FIRST
                        || wait == PaperReadings.Wait.SECOND
                        || wait == PaperReadings.Wait.THIRD && viewer.role() == Role.STREET);
        return Answers.page(
                "paper",
                new PaperPage(
                        desk.head(vote, roll, viewer),
                        paper,
                        address(roll, paper),
                        wait,
                        DeliveryController.WRITERS.contains(viewer.role()),
                        mayRead,
                        paper.wasReadBy(viewer.accountId()),
                        asked ? questions(vote, roll, paper, AnswerForm.Use.PAPER, typed) : List.of(),
                        refusal,
                        typed),
                refusal);
    }

    /** The ballot for the printer; only one that is out and good is printed. */
    ModelAndView print(Vote vote, int number) {
        Paper paper = papers.find(vote, number)
                .filter(found -> found.state() == Paper.State.OUTSTANDING)
                .orElseThrow(NotFound::new);
        Optional<RollView> roll = desk.roll(vote);
        String link = portal.baseUrl() + "/votes/" + vote.id();
        return Views.of(
                "decisions/reach/paper-print",
                new PaperPrintPage(
                        Head.of(vote, roll),
                        paper,
                        address(roll, paper),
                        questions(vote, roll, paper, AnswerForm.Use.SCREEN, Typed.NOTHING),
                        vote.terms().paperAddress(),
                        link,
                        QrCode.of(link + "#" + paper.serial())));
    }

    private static String address(Optional<RollView> roll, Paper paper) {
        return roll.flatMap(found -> found.part(paper.homeNo()))
                .map(RollView.Part::address)
                .orElse("");
    }

    static List<Question> questions(Vote vote, Optional<RollView> roll, Paper paper, AnswerForm.Use use, Typed typed) {
        return roll.flatMap(found -> Optional.ofNullable(found.entries().get(paper.entry())))
                .map(entry -> AnswerForm.of(use, vote, entry, typed).questions())
                .orElse(List.of());
    }
}

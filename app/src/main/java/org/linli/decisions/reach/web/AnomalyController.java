package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.anomalies.Anomalies;
import org.linli.decisions.reach.anomalies.Anomaly;
import org.linli.decisions.reach.anomalies.Oversight;
import org.linli.decisions.reach.assistance.Assistance;
import org.linli.decisions.reach.assistance.Session;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.reach.paper.PaperBallots;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.Views;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The anomaly board: details for street, county and city; how many of each kind for everybody. */
@Controller
class AnomalyController {

    private final ReachDesk desk;
    private final Votes votes;
    private final Anomalies anomalies;
    private final PaperBallots papers;
    private final Assistance assistance;
    private final Oversight oversight;

    AnomalyController(
            ReachDesk desk,
            Votes votes,
            Anomalies anomalies,
            PaperBallots papers,
            Assistance assistance,
            Oversight oversight) {
        this.desk = desk;
        this.votes = votes;
        this.anomalies = anomalies;
        this.papers = papers;
        this.assistance = assistance;
        this.oversight = oversight;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/anomalies")
    ModelAndView board(@PathVariable String vote, Viewer viewer) {
        Vote found = desk.vote(vote, viewer);
        Map<String, String> addresses =
                desk.roll(found).map(AnomalyController::addresses).orElse(Map.of());
        List<AnomaliesPage.Line> lines = anomalies.list(found).stream()
                .map(anomaly -> new AnomaliesPage.Line(
                        anomaly,
                        anomaly.subject(),
                        anomaly.entries().stream()
                                .map(entry -> addresses.getOrDefault(entry, "—"))
                                .toList()))
                .toList();
        return Views.of("decisions/reach/anomalies", page(desk.head(found, Optional.empty(), viewer), found, lines));
    }

    private static Map<String, String> addresses(RollView roll) {
        return roll.parts().stream()
                .collect(Collectors.toMap(
                        RollView.Part::entry, RollView.Part::address, (one, other) -> one + " · " + other));
    }

    @PublicPage
    @GetMapping("/votes/{vote}/anomalies")
    ModelAndView counts(@PathVariable String vote) {
        return Views.of("decisions/reach/anomalies-public", page(votes.getPublic(vote)));
    }

    private AnomaliesPage page(Vote vote) {
        return page(Head.of(vote, Optional.empty()), vote, List.of());
    }

    private AnomaliesPage page(Head head, Vote vote, List<AnomaliesPage.Line> lines) {
        Map<Anomaly.Kind, Integer> counts = anomalies.counts(vote);
        int looks = papers.list(vote).stream()
                .flatMap(paper -> paper.scans().stream())
                .mapToInt(Paper.Scan::views)
                .sum();
        int assisted = (int) assistance.list(vote).stream()
                .filter(session -> session.has(Session.Step.CONFIRMED))
                .count();
        return new AnomaliesPage(
                head,
                lines,
                counts,
                anomalies.limits(),
                looks,
                assisted,
                anomalies.atPoints(vote),
                oversight.counts(vote));
    }
}

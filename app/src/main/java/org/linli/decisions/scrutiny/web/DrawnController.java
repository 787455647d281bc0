package org.linli.decisions.scrutiny.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.reach.paper.Paper;
import org.linli.decisions.scrutiny.Scrutinies;
import org.linli.decisions.scrutiny.Scrutiny;
import org.linli.decisions.scrutiny.ScrutinyResult;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.Views;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One drawn paper on the screen of a check. Its scans are shown covered and are nobody's to keep. */
@Controller
class DrawnController {

    private final Votes votes;
    private final Scrutinies scrutinies;
    private final RowScopes scopes;

    DrawnController(Votes votes, Scrutinies scrutinies, RowScopes scopes) {
        this.votes = votes;
        this.scrutinies = scrutinies;
        this.scopes = scopes;
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{address}/scrutinies/{number}/papers/{position}")
    ModelAndView drawn(
            @PathVariable String address, @PathVariable int number, @PathVariable int position, Viewer viewer) {
        Vote vote = vote(address, viewer);
        return page(vote, scrutiny(vote, number), position, viewer, null);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{address}/scrutinies/{number}/papers/{position}/scans/{scan}")
    ResponseEntity<byte[]> scan(
            @PathVariable String address,
            @PathVariable int number,
            @PathVariable int position,
            @PathVariable int scan,
            Viewer viewer) {
        Vote vote = vote(address, viewer);
        byte[] picture = scrutinies
                .look(vote, scrutiny(vote, number), position, scan, viewer)
                .orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.IMAGE_JPEG)
                .header("Content-Disposition", "inline")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .body(picture);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER})
    @PostMapping("/desk/votes/{address}/scrutinies/{number}/papers/{position}/finding")
    ModelAndView find(
            @PathVariable String address,
            @PathVariable int number,
            @PathVariable int position,
            @RequestParam(defaultValue = "false") boolean matches,
            @RequestParam(defaultValue = "") String note,
            Viewer viewer) {
        Vote vote = vote(address, viewer);
        Scrutiny scrutiny = scrutiny(vote, number);
        return switch (scrutinies.find(vote, scrutiny, position, matches, note, viewer)) {
            case ScrutinyResult.Done done ->
                Views.redirect("/desk/votes/" + vote.id() + "/scrutinies/" + done.number());
            case ScrutinyResult.Refused refused ->
                page(vote, scrutiny, position, viewer, ScrutinyController.problem(refused.problem()));
        };
    }

    private ModelAndView page(Vote vote, Scrutiny scrutiny, int position, Viewer viewer, @Nullable String problem) {
        Scrutinies.Beside beside =
                scrutinies.beside(vote, scrutiny, position, viewer).orElseThrow(NotFound::new);
        List<Paper.Scan> scans = beside.paper().scans();
        return Views.of(
                "decisions/scrutiny/drawn",
                new DrawnPage(
                        vote,
                        scrutiny,
                        scrutiny.drawn(position).orElseThrow(NotFound::new),
                        beside.ballot().leafNo(),
                        beside.leafAgrees(),
                        scans.stream().map(Paper.Scan::number).toList(),
                        beside.ballot().answers().entrySet().stream()
                                .map(answer -> entered(vote, answer))
                                .toList(),
                        problem));
    }

    private static DrawnPage.Entered entered(Vote vote, Map.Entry<Integer, Answer> answer) {
        DecisionItem item = vote.item(answer.getKey());
        return new DrawnPage.Entered(
                item.number(),
                item.wording(),
                "casting.answer." + answer.getValue().kind(),
                item.labels(answer.getValue().options()));
    }

    private Vote vote(String address, Viewer viewer) {
        return votes.get(address, scopes.of(viewer));
    }

    private Scrutiny scrutiny(Vote vote, int number) {
        return scrutinies.list(vote).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}

package org.linli.decisions.handouts.web;

import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.handouts.AfterTheCount;
import org.linli.decisions.handouts.BeforeTheCount;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.web.NotFound;
import org.linli.publishing.papers.PaperFiles;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Papers of a vote to be saved; those that name rooms go to the staff of the scope alone. */
@Controller
class HandoutController {

    private final Votes votes;
    private final BeforeTheCount before;
    private final AfterTheCount after;
    private final PaperFiles files;
    private final RowScopes scopes;

    HandoutController(Votes votes, BeforeTheCount before, AfterTheCount after, PaperFiles files, RowScopes scopes) {
        this.votes = votes;
        this.before = before;
        this.after = after;
        this.files = files;
        this.scopes = scopes;
    }

    @PublicPage
    @GetMapping("/votes/{vote}/notice.{ending:docx|pdf}")
    ResponseEntity<byte[]> publicNotice(@PathVariable String vote, @PathVariable String ending) {
        return files.send(before.notice(votes.getPublic(vote)), ending, "表决公告");
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/papers/{kind:vote-notice|filing-form}.{ending:docx|pdf}")
    ResponseEntity<byte[]> ofVote(
            @PathVariable String vote, @PathVariable String kind, @PathVariable String ending, Viewer viewer) {
        Vote found = find(vote, viewer);
        return kind.equals("vote-notice")
                ? files.send(before.notice(found), ending, "表决公告")
                : files.send(after.filingForm(found).orElseThrow(NotFound::new), ending, "备案表");
    }

    @Scoped(
            value = "vote",
            roles = {Role.COMMITTEE, Role.PMC, Role.STREET, Role.COMMUNITY_WORKER})
    @GetMapping("/desk/votes/{vote}/papers/{kind:ballot|delivery-list}/{number}.{ending:docx|pdf}")
    ResponseEntity<byte[]> withRooms(
            @PathVariable String vote,
            @PathVariable String kind,
            @PathVariable int number,
            @PathVariable String ending,
            Viewer viewer) {
        Vote found = find(vote, viewer);
        return kind.equals("ballot")
                ? files.send(before.ballot(found, number).orElseThrow(NotFound::new), ending, "表决票" + number)
                : files.send(before.deliveryList(found, number).orElseThrow(NotFound::new), ending, "送达签收表" + number);
    }

    @Scoped(
            value = "vote",
            roles = {Role.STREET, Role.COMMUNITY_WORKER, Role.COUNTY, Role.CITY})
    @GetMapping("/desk/votes/{vote}/papers/objection-ruling/{number}.{ending:docx|pdf}")
    ResponseEntity<byte[]> ruling(
            @PathVariable String vote, @PathVariable int number, @PathVariable String ending, Viewer viewer) {
        return files.send(
                after.ruling(find(vote, viewer), number).orElseThrow(NotFound::new), ending, "异议处理决定" + number);
    }

    /** @throws NotFound beyond the viewer's scope */
    private Vote find(String vote, Viewer viewer) {
        return votes.get(vote, scopes.of(viewer));
    }
}

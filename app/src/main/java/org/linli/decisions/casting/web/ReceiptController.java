package org.linli.decisions.casting.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastResult.Receipt;
import org.linli.decisions.casting.Denials;
import org.linli.decisions.casting.OwnBallot;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.Rolls;
import org.linli.ledger.Leaves;
import org.linli.ledger.SignedHead;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scoped;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.web.NotFound;
import org.linli.platform.web.QrCode;
import org.linli.platform.web.Views;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Receipts: the owner's own, with the choice on request, and the public page of a leaf, which needs no sign-in. */
@Controller
class ReceiptController {

    private final Votes votes;
    private final Rolls rolls;
    private final Ballots ballots;
    private final Denials denials;
    private final Records records;
    private final Portal portal;

    ReceiptController(Votes votes, Rolls rolls, Ballots ballots, Denials denials, Records records, Portal portal) {
        this.votes = votes;
        this.rolls = rolls;
        this.ballots = ballots;
        this.denials = denials;
        this.records = records;
        this.portal = portal;
    }

    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/votes/{address}/{entry}/receipt")
    ModelAndView receipt(
            @PathVariable String address,
            @PathVariable String entry,
            @RequestParam(defaultValue = "false") boolean already,
            @RequestParam(defaultValue = "false") boolean choice,
            Viewer viewer) {
        Vote vote = votes.getPublic(address);
        FrozenRoll.Entry own = own(vote, entry, viewer);
        Ballots.Line ballot = ballots.standing(vote.id(), entry).orElseThrow(NotFound::new);
        Receipt receipt = ballots.receipt(vote.id(), entry, ballot.attempt()).orElseThrow(NotFound::new);
        String leaf = portal.baseUrl().replaceAll("/+$", "") + "/votes/" + vote.id() + "/leaves/" + ballot.leafNo();
        return Views.of(
                "decisions/casting/receipt",
                new ReceiptPage(
                        vote,
                        ballot,
                        receipt,
                        leaf,
                        QrCode.of(leaf),
                        choice ? ballots.own(vote.id(), entry, ballot.attempt()).orElse(null) : null,
                        vote.items().stream()
                                .filter(item -> own.areas().containsKey(item.rollNo()))
                                .toList(),
                        already,
                        denials.contestedEntries(vote.id()).contains(entry)));
    }

    /** The own opening, to keep: whoever has it can prove what was chosen, so it goes nowhere else. */
    @Scoped(
            value = "self",
            roles = {Role.OWNER, Role.OCCUPANT})
    @GetMapping("/my/votes/{address}/{entry}/opening")
    ResponseEntity<byte[]> opening(@PathVariable String address, @PathVariable String entry, Viewer viewer) {
        Vote vote = votes.getPublic(address);
        own(vote, entry, viewer);
        Ballots.Line ballot = ballots.standing(vote.id(), entry).orElseThrow(NotFound::new);
        OwnBallot opened = ballots.own(vote.id(), entry, ballot.attempt()).orElseThrow(NotFound::new);
        String name = "linli-" + vote.id() + "-" + ballot.leafNo() + ".json";
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .body(OwnOpeningFile.of(vote, ballot, opened));
    }

    private FrozenRoll.Entry own(Vote vote, String entry, Viewer viewer) {
        return rolls.entriesOf(vote.id(), viewer.accountId()).stream()
                .filter(mine -> mine.entry().id().equals(entry))
                .findFirst()
                .orElseThrow(NotFound::new)
                .entry();
    }

    @PublicPage
    @GetMapping("/votes/{address}/leaves/{place}")
    ModelAndView leaf(@PathVariable String address, @PathVariable long place) {
        Vote vote = votes.getPublic(address);
        RecordId record = new RecordId(vote.id().community().value(), vote.id().number());
        Optional<SignedHead> shown = records.publicHeadWith(record, vote.key(), place);
        if (shown.isEmpty()) {
            return waiting(vote, place, records.lastPublicHead(record, vote.key()));
        }
        SignedHead head = shown.get();
        Records.Stored leaf = records.leaf(record, place).orElseThrow(NotFound::new);
        return Views.of(
                "decisions/casting/leaf",
                new LeafPage(
                        vote,
                        place,
                        leaf.kind(),
                        ballots.standingAt(vote, place).orElse(null),
                        Leaves.hash(Records.SUITE, leaf.content()).toString(),
                        new Receipt(
                                place,
                                head.size(),
                                head.root().toString(),
                                at(head),
                                head.signature().toString()),
                        records.inclusion(record, place, head.size()).stream()
                                .map(Object::toString)
                                .toList()));
    }

    private static ModelAndView waiting(Vote vote, long place, Optional<SignedHead> last) {
        boolean grows = vote.state() == VoteState.OPEN || vote.state() == VoteState.CLOSED;
        if (!grows || place < 0) {
            throw new NotFound();
        }
        return Views.of(
                "decisions/casting/leaf-waits",
                last.map(head -> new LeafWaitsPage(vote, place, head.size(), at(head)))
                        .orElseGet(() -> new LeafWaitsPage(vote, place, 0, null)));
    }

    private static Instant at(SignedHead head) {
        return Instant.EPOCH.plus(head.timeMicros(), ChronoUnit.MICROS);
    }
}

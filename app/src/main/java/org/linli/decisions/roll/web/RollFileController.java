package org.linli.decisions.roll.web;

import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.Sealing;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.VoteKey;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The rolls of a vote for everybody, from the day of the notice: the same files as in the bundle. Whoever keeps one before the vote opens
 * can compare it with the bundle, and an owner the own entry's commitment with it.
 */
@RestController
class RollFileController {

    private final Votes votes;
    private final Rolls rolls;

    RollFileController(Votes votes, Rolls rolls) {
        this.votes = votes;
        this.rolls = rolls;
    }

    @PublicPage
    @GetMapping("/api/v1/votes/{address}/rolls/{rollNo}.bin")
    ResponseEntity<byte[]> roll(@PathVariable String address, @PathVariable int rollNo) {
        Vote vote = votes.getPublic(address);
        PublicRoll roll = rolls.published(vote.id(), rollNo).orElseThrow(NotFound::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("linli-vote-" + vote.id() + "-roll-" + rollNo + ".bin")
                                .build()
                                .toString())
                .body(roll.file(Sealing.SUITE, VoteKey.parse(vote.key())));
    }
}

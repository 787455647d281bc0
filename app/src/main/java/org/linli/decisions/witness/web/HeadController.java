package org.linli.decisions.witness.web;

import java.nio.charset.StandardCharsets;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.decisions.witness.SeenHeads;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.settings.Portal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Public heads for witnesses: to subscribe to, and as the file that {@code ./linli verify --heads} takes. */
@RestController
class HeadController {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);

    private final Votes votes;
    private final SeenHeads heads;
    private final Portal portal;

    HeadController(Votes votes, SeenHeads heads, Portal portal) {
        this.votes = votes;
        this.heads = heads;
        this.portal = portal;
    }

    /** Every public head in the form of a bundle's heads.json. */
    @PublicPage
    @GetMapping("/api/v1/votes/{address}/heads.json")
    ResponseEntity<byte[]> file(@PathVariable String address) {
        Vote vote = votes.getPublic(address);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("linli-vote-" + vote.id() + "-heads.json")
                                .build()
                                .toString())
                .body(heads.of(vote).bytes());
    }

    /** The latest public heads as an Atom feed, newest first. */
    @PublicPage
    @GetMapping("/api/v1/votes/{address}/heads.atom")
    ResponseEntity<String> feed(@PathVariable String address) {
        Vote vote = votes.getPublic(address);
        return ResponseEntity.ok().contentType(ATOM).body(HeadFeed.of(vote, heads.of(vote), portal.baseUrl()));
    }
}

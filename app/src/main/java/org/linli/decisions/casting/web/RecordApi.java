package org.linli.decisions.casting.web;

import java.util.HexFormat;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.Votes;
import org.linli.ledger.Digest;
import org.linli.ledger.Leaves;
import org.linli.ledger.SignedHead;
import org.linli.platform.scope.PublicPage;
import org.linli.platform.web.NotFound;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The public record for machines: heads, leaves, and proofs. Nothing here tells a choice, a room or a time of a ballot, nor how many
 * there are before a public head says it: each leaf is shown under the first public head that contains it.
 */
@RestController
class RecordApi {

    private final Votes votes;
    private final Records records;

    RecordApi(Votes votes, Records records) {
        this.votes = votes;
        this.records = records;
    }

    /** @param timeMicros microseconds since 1970-01-01T00:00Z, as signed */
    public record Head(long size, String root, long timeMicros, String signature) {
        static Head of(SignedHead head) {
            return new Head(
                    head.size(),
                    head.root().toString(),
                    head.timeMicros(),
                    head.signature().toString());
        }
    }

    /** @param sealKey public key of the signatures */
    public record Heads(String vote, String voteKey, int suite, String sealKey, List<Head> heads) {}

    /** Every head that was made public, oldest first: what witnesses keep. */
    @PublicPage
    @GetMapping("/api/v1/votes/{address}/heads")
    Heads heads(@PathVariable String address) {
        Vote vote = votes.getPublic(address);
        return new Heads(
                vote.id().toString(),
                vote.key(),
                Records.SUITE.number(),
                records.sealKey(),
                records.publicHeads(id(vote), vote.key()).stream().map(Head::of).toList());
    }

    public record Inclusion(long place, long size, String leaf, String leafHash, List<String> path, Head head) {}

    /** That a leaf stands under the first public head that contains it; not found before there is one. */
    @PublicPage
    @GetMapping("/api/v1/votes/{address}/leaves/{place}")
    Inclusion inclusion(@PathVariable String address, @PathVariable long place) {
        Vote vote = votes.getPublic(address);
        SignedHead head = records.publicHeadWith(id(vote), vote.key(), place).orElseThrow(NotFound::new);
        Records.Stored leaf = records.leaf(id(vote), place).orElseThrow(NotFound::new);
        return new Inclusion(
                place,
                head.size(),
                HexFormat.of().formatHex(leaf.content()),
                Leaves.hash(Records.SUITE, leaf.content()).toString(),
                words(records.inclusion(id(vote), place, head.size())),
                Head.of(head));
    }

    public record Consistency(long older, long size, List<String> path) {}

    /** That the record of a size, up to the last public head, begins with the older one: nothing was rewritten. */
    @PublicPage
    @GetMapping("/api/v1/votes/{address}/consistency")
    Consistency consistency(@PathVariable String address, @RequestParam long older, @RequestParam long size) {
        Vote vote = votes.getPublic(address);
        if (older <= 0
                || older > size
                || records.publicHeadWith(id(vote), vote.key(), size - 1).isEmpty()) {
            throw new NotFound();
        }
        return new Consistency(older, size, words(records.consistency(id(vote), older, size)));
    }

    private static RecordId id(Vote vote) {
        return new RecordId(vote.id().community().value(), vote.id().number());
    }

    private static List<String> words(List<Digest> path) {
        return path.stream().map(Digest::toString).toList();
    }
}

package org.linli.decisions.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.decisions.Vote;
import org.linli.decisions.testing.RecountVote;
import org.linli.decisions.testing.VoteFixtures;
import org.linli.ledger.Digest;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.MerkleProofs;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Heads;
import org.linli.people.People;
import org.linli.platform.messages.Inbox;
import org.linli.platform.messages.Outbox;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.linli.testing.LinliTest;
import org.linli.testing.Visitor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@LinliTest
class HeadWitnessesTests {

    @Autowired
    ApplicationContext context;

    @Autowired
    HeadWitnesses witnesses;

    @Autowired
    Records records;

    @Autowired
    Outbox outbox;

    @Autowired
    Inbox inbox;

    @Autowired
    People people;

    @LocalServerPort
    int port;

    VoteFixtures fixtures;
    RecountVote recount;
    long member;

    @BeforeEach
    void anOpenVoteWithACommittee() {
        fixtures = VoteFixtures.in(context);
        recount = RecountVote.open(context, fixtures, 4).agreed(2);
        member = recount.viewer(Role.COMMITTEE).accountId();
        people.grantUnchecked(
                member,
                Role.COMMITTEE,
                new Scope.OfCommunity(recount.vote().id().community()),
                LocalDate.of(2023, 1, 1));
        publish();
    }

    @AfterEach
    void restored() {
        fixtures.restoreTime();
    }

    @Test
    void sendsEveryPublicHeadOnce() {
        witnesses.tellAll();
        witnesses.tellAll();
        assertThat(subjects()).containsExactly("见证：表决记录已开启");

        recount.agreed(3);
        witnesses.tellAll();
        assertThat(subjects()).as("a head that is not public yet").hasSize(1);
        publish();
        recount.agreed(4);
        publish();
        witnesses.tellAll();
        witnesses.tellAll();
        assertThat(subjects()).containsExactly("见证：表决记录已开启", "见证：表决记录新的公开树头", "见证：表决记录新的公开树头");

        recount.closed();
        witnesses.tellAll();
        witnesses.tellAll();
        assertThat(subjects()).hasSize(4).last().isEqualTo("见证：表决记录已封存");
        assertThat(kept())
                .isEqualTo(Heads.read(new Visitor(port)
                                .bytes("/api/v1/votes/" + recount.vote().id() + "/heads.json"))
                        .heads());
    }

    @Test
    void theCommitteeReadsThemAsOneThread() {
        witnesses.tellAll();
        recount.agreed(3);
        publish();
        witnesses.tellAll();

        assertThat(inbox.listThreads(member, Long.MAX_VALUE, 10))
                .singleElement()
                .satisfies(thread -> {
                    assertThat(thread.inThread()).isEqualTo(2);
                    assertThat(thread.subject()).isEqualTo("见证：表决记录新的公开树头");
                    assertThat(inbox.listThread(member, String.valueOf(thread.thread()), Long.MAX_VALUE, 10))
                            .hasSize(2);
                });
    }

    /** Where no committee stands, the 物管会 in its place is a witness too. */
    @Test
    void theBodyInTheCommitteesPlaceIsSentThemToo() {
        long standIn = recount.viewer(Role.PMC).accountId();
        people.grantUnchecked(
                standIn, Role.PMC, new Scope.OfCommunity(recount.vote().id().community()), LocalDate.of(2023, 1, 1));

        witnesses.tellAll();

        assertThat(inbox.listThreads(standIn, Long.MAX_VALUE, 10)).hasSize(1);
    }

    /** The last paragraph of the message is a file that both verifiers take. */
    @Test
    void theMessageHoldsTheHeadItself() {
        witnesses.tellAll();

        Heads kept = file(sent().getFirst());

        assertThat(kept.voteKey()).hasToString(recount.vote().key());
        assertThat(kept.heads())
                .singleElement()
                .satisfies(head -> assertThat(
                                HeadVerifier.of(kept.suite(), kept.publicKey()).holds(head))
                        .isTrue());
    }

    @Test
    void anybodyMaySubscribeAndKeepTheHeads() {
        Visitor anybody = new Visitor(port);
        String api = "/api/v1/votes/" + recount.vote().id();

        Heads kept = Heads.read(anybody.bytes(api + "/heads.json"));
        var feed = anybody.get(api + "/heads.atom");

        SignedHead last = kept.heads().getLast();
        assertThat(feed.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom+xml");
        assertThat(feed.body())
                .contains("<feed xmlns=\"http://www.w3.org/2005/Atom\">")
                .contains(
                        last.root().toString(),
                        kept.fingerprint(),
                        recount.vote().communityName());
        assertThat(anybody.get("/votes/" + recount.vote().id()).body())
                .contains(api + "/heads.json", api + "/heads.atom");
        assertThat(anybody.get("/api/v1/votes/999999999-1/heads.atom").statusCode())
                .isEqualTo(404);
    }

    private static Heads file(Outbox.Sent sent) {
        String body = sent.body();
        return Heads.read(body.substring(body.lastIndexOf("\n\n") + 2).strip().getBytes(StandardCharsets.UTF_8));
    }

    /** The heads in the messages, oldest first. */
    private List<SignedHead> kept() {
        return sent().stream().flatMap(sent -> file(sent).heads().stream()).toList();
    }

    /** By the proof of the server, checked here: the record of the newer head begins with that of the older one. */
    @Test
    void anybodyGetsTheProofThatNothingWasRewrittenBetweenTwoHeads() {
        recount.agreed(4);
        publish();
        Visitor anybody = new Visitor(port);
        String api = "/api/v1/votes/" + recount.vote().id();
        List<SignedHead> heads = Heads.read(anybody.bytes(api + "/heads.json")).heads();
        SignedHead older = heads.getFirst();
        SignedHead newer = heads.getLast();

        List<Digest> path = new ArrayList<>();
        anybody.json(api + "/consistency?older=" + older.size() + "&size=" + newer.size())
                .get("path")
                .forEach(step -> path.add(Digest.parse(step.asString())));

        assertThat(newer.size()).isGreaterThan(older.size());
        assertThat(MerkleProofs.verifyConsistency(
                        Records.SUITE, older.size(), older.root(), newer.size(), newer.root(), path))
                .isTrue();
        assertThat(MerkleProofs.verifyConsistency(
                        Records.SUITE, older.size(), newer.root(), newer.size(), newer.root(), path))
                .isFalse();
        assertThat(anybody.get(api + "/consistency?older=1&size=" + (newer.size() + 1))
                        .statusCode())
                .as("beyond the last public head")
                .isEqualTo(404);
    }

    private void publish() {
        Vote vote = recount.vote();
        records.publishHead(
                new RecordId(vote.id().community().value(), vote.id().number()));
    }

    private List<Outbox.Sent> sent() {
        return outbox.listLatest(5_000).stream()
                .filter(sent -> Long.valueOf(member).equals(sent.account()))
                .toList()
                .reversed();
    }

    private List<String> subjects() {
        return sent().stream().map(Outbox.Sent::subject).toList();
    }
}

package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.ledger.Bytes;
import org.linli.ledger.Digest;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.MerkleProofs;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.testing.DemoHome;
import org.linli.testing.LinliProcess;
import org.linli.testing.OwnDatabase;
import org.linli.testing.Visitor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code kill -9} of the application, or of its database server, while owners cast: no ballot that was acknowledged is lost, none is
 * there twice, and every record's leaves stand under signed heads.
 */
class KilledWhileCastingIT {

    private static final int ROUNDS = OwnDatabase.SOAK ? 20 : 3;
    private static final int VOTES_A_ROUND = 5;
    private static final int LONGEST_WAIT_MILLIS = 150;
    private static final Suite SUITE = Suite.P256_SHA256_ED25519;
    private static final List<String> OWNERS = List.of("13900000001", "13900000002", "13900000003");
    private static final Pattern CODE = Pattern.compile("验证码 (\\d{6})");

    @TempDir
    Path folder;

    private static final Duration STILL_FRESH = Duration.ofMinutes(8);
    private static final int PUBLIC_HEAD_TRIES = 240;
    private static final long PUBLIC_HEAD_PAUSE_MILLIS = 250;

    private record Ballot(Visitor owner, String vote, String entry) {
        String href() {
            return "/my/votes/" + vote + "/" + entry;
        }
    }

    @Test
    void losesNoAcknowledgedBallotAndDoublesNone() throws Exception {
        Path home = DemoHome.at(folder.resolve("home"));
        int port = LinliProcess.freePort();
        LinliProcess linli = LinliProcess.start(home, port);
        Visitor street = DemoHome.signedIn(home, port, "baiyun");
        List<Visitor> owners = signedIn(port);
        Instant since = Instant.now();
        Random random = new Random(20231103);

        for (int round = 0; round < ROUNDS; round++) {
            if (Duration.between(since, Instant.now()).compareTo(STILL_FRESH) > 0) {
                owners = signedIn(port); // an older sign-in is asked for a code with each ballot
                since = Instant.now();
            }
            List<Ballot> ballots = ballots(street, owners);
            Set<Ballot> acknowledged = ConcurrentHashMap.newKeySet();
            ExecutorService threads = Executors.newFixedThreadPool(ballots.size());
            ballots.forEach(ballot -> threads.execute(() -> {
                if (cast(ballot)) {
                    acknowledged.add(ballot);
                }
            }));
            Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
            if (round % 2 == 1) {
                linli.killServers();
            }
            linli.kill();
            threads.shutdownNow();
            assertThat(linli.leavesNoOrphan()).isTrue();

            linli = LinliProcess.start(home, port);
            for (Ballot ballot : ballots) {
                boolean stored = ballot.owner.get(ballot.href() + "/receipt").statusCode() == 200;
                if (acknowledged.contains(ballot)) {
                    assertThat(stored)
                            .as("round %d, acknowledged %s", round, ballot.href())
                            .isTrue();
                }
                ballot.owner.get(ballot.href());
                assertThat(cast(ballot))
                        .as("round %d, again %s", round, ballot.href())
                        .isTrue();
            }
            for (String vote : ballots.stream().map(Ballot::vote).distinct().toList()) {
                assertRecordIsSound(street, vote, OWNERS.size());
            }
        }
        linli.stop();
        assertThat(linli.leavesNoOrphan()).isTrue();
    }

    private static List<Visitor> signedIn(int port) {
        return OWNERS.stream().map(phone -> owner(port, phone)).toList();
    }

    private static List<Ballot> ballots(Visitor street, List<Visitor> owners) {
        List<Ballot> ballots = new ArrayList<>();
        for (int i = 0; i < VOTES_A_ROUND; i++) {
            street.get("/desk/demo-vote");
            String vote = Visitor.location(street.post("/desk/demo-vote")).replace("/votes/", "");
            for (Visitor owner : owners) {
                String page = owner.get("/my/votes/" + vote).body();
                Matcher entry = Pattern.compile("/my/votes/" + vote + "/([0-9a-f]{32})\"")
                        .matcher(page);
                assertThat(entry.find()).as(page).isTrue();
                Ballot ballot = new Ballot(owner, vote, entry.group(1));
                assertThat(owner.get(ballot.href()).statusCode()).isEqualTo(200); // the form, with a fresh token
                ballots.add(ballot);
            }
        }
        return ballots;
    }

    /** Whether the server said that the ballot is stored. */
    private static boolean cast(Ballot ballot) {
        try {
            HttpResponse<String> answer = ballot.owner.post(
                    "/my/ballots",
                    "vote",
                    ballot.vote,
                    "entry",
                    ballot.entry,
                    "d1",
                    "1",
                    "d1",
                    "2",
                    "d2",
                    "AGREE",
                    "d3",
                    "OPPOSE");
            return answer.statusCode() / 100 == 3 && Visitor.location(answer).startsWith(ballot.href() + "/receipt");
        } catch (RuntimeException broken) {
            return false;
        }
    }

    /** Leaf by leaf: each decodes, stands under a head that the seal signed, and each entry has one ballot. */
    private static void assertRecordIsSound(Visitor anybody, String vote, int expected) throws InterruptedException {
        List<String> entries = entriesInPublic(anybody, vote);
        for (int tries = 0; entries.size() < expected && tries < PUBLIC_HEAD_TRIES; tries++) {
            // The record is shown as far as public heads reach: made every second here, every quarter of an hour in a
            // city.
            Thread.sleep(PUBLIC_HEAD_PAUSE_MILLIS);
            entries = entriesInPublic(anybody, vote);
        }
        assertThat(entries).hasSize(expected).doesNotHaveDuplicates();
    }

    /** The entry of each ballot that is public, in the record's order. */
    private static List<String> entriesInPublic(Visitor anybody, String vote) {
        JsonNode heads = anybody.json("/api/v1/votes/" + vote + "/heads");
        VoteKey key = VoteKey.parse(heads.get("voteKey").asString());
        HeadVerifier seal =
                HeadVerifier.of(SUITE, Bytes.parse(heads.get("sealKey").asString()));
        List<String> entries = new ArrayList<>();
        for (long place = 0; ; place++) {
            HttpResponse<String> answer = anybody.get("/api/v1/votes/" + vote + "/leaves/" + place);
            if (answer.statusCode() != 200) {
                return entries;
            }
            JsonNode leaf = JsonMapper.shared().readTree(answer.body());
            byte[] content = Bytes.parse(leaf.get("leaf").asString()).bytes();
            SignedHead head = head(key, leaf.get("head"));
            List<Digest> path = new ArrayList<>();
            leaf.get("path").forEach(step -> path.add(Digest.parse(step.asString())));
            assertThat(seal.holds(head)).isTrue();
            assertThat(MerkleProofs.verifyInclusion(
                            SUITE, place, head.size(), Leaves.hash(SUITE, content), path, head.root()))
                    .isTrue();
            if (Leaves.decode(SUITE, content) instanceof Leaf.Ballot ballot) {
                entries.add(ballot.entry().toString());
            }
        }
    }

    private static SignedHead head(VoteKey key, JsonNode head) {
        return new SignedHead(
                key,
                head.get("size").asLong(),
                Digest.parse(head.get("root").asString()),
                head.get("timeMicros").asLong(),
                Bytes.parse(head.get("signature").asString()));
    }

    private static Visitor owner(int port, String phone) {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        visitor.post("/sign-in/phone", "phone", phone);
        Matcher code = CODE.matcher(new Visitor(port).get("/demo/outbox").body());
        assertThat(code.find()).isTrue();
        visitor.get("/sign-in/code");
        assertThat(visitor.post("/sign-in/code", "code", code.group(1)).statusCode())
                .isEqualTo(303);
        return visitor;
    }
}

package org.linli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Vectors for whoever writes another verifier. They must never change by accident; {@code -Dlinli.vectors=write} writes them anew
 * when the format is changed on purpose.
 */
class VectorsTests {
    private static final Path FOLDER = Path.of("src/test/resources/vectors");

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void generators(int number) throws IOException {
        Suite suite = Suite.of(number);

        matches("generators-" + number, object(Map.of(), "g1", suite.g1(), "g2", suite.g2(), "h", suite.h()));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void roll(int number) throws IOException {
        Samples.Vote vote = Samples.Vote.of(Suite.of(number), 3);
        RollSeal roll = vote.roll();
        String entries = roll.publicRoll().entries().stream()
                .map(entry -> object(
                        Map.of(
                                "areaDm2",
                                String.valueOf(roll.opening(entry.id()).areaDm2())),
                        "entry",
                        entry.id(),
                        "blinding",
                        roll.opening(entry.id()).blinding(),
                        "commitment",
                        entry.commitment()))
                .collect(Collectors.joining(",\n", "[", "]"));

        matches(
                "roll-" + number,
                object(
                        Map.of(
                                "rollNo",
                                "1",
                                "areaDm2",
                                String.valueOf(roll.total().areaDm2()),
                                "entries",
                                entries),
                        "vote",
                        vote.key(),
                        "secret",
                        Bytes.of(Samples.secret(2).bytes()),
                        "blinding",
                        roll.total().blinding(),
                        "root",
                        roll.root().hash(),
                        "file",
                        Bytes.of(roll.publicRoll().file(vote.suite(), vote.key()))));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void ballots(int number) throws IOException {
        Samples.Vote vote = Samples.Vote.of(Suite.of(number), 3);
        EntryId entry = vote.entry(1);
        PreparedBallot prepared = vote.sealer().prepare(entry, 1);
        byte[] yesNo = vote.sealer().seal(prepared, Map.of(1, Marks.of(1)), null);
        byte[] choice = vote.sealer().seal(prepared, Map.of(2, Marks.of(3)), new Serial(1, 2));
        byte[] election = vote.sealer().seal(prepared, Map.of(3, Marks.of(2, 5)), null);
        Openings.Counted counted = new Openings.Counted(entry, 1, Map.of(1, Marks.of(1)));
        Opening agree = Openings.of(vote.sealer(), List.of(counted))
                .decisions()
                .getFirst()
                .columns()
                .getFirst()
                .opening();

        matches(
                "ballots-" + number,
                object(
                        Map.of(
                                "yesNoAgreeOpensToHeads", String.valueOf(agree.heads()),
                                "yesNoAgreeOpensToAreaDm2", String.valueOf(agree.areaDm2())),
                        "yesNo",
                        Bytes.of(yesNo),
                        "yesNoLeafHash",
                        Leaves.hash(vote.suite(), yesNo),
                        "yesNoAgreeBlinding",
                        agree.blinding(),
                        "choice",
                        Bytes.of(choice),
                        "election",
                        Bytes.of(election)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void tree(int number) throws IOException {
        Suite suite = Suite.of(number);
        List<Digest> leaves = IntStream.range(0, 7)
                .mapToObj(i -> Leaves.hash(suite, new byte[] {(byte) i}))
                .toList();
        Frontier frontier = Frontier.empty(suite);
        StringJoiner roots = new StringJoiner(", ", "[", "]");
        for (Digest leaf : leaves) {
            frontier = frontier.append(leaf);
            roots.add(quoted(frontier.root()));
        }

        matches(
                "tree-" + number,
                object(Map.of(
                        "rootsOfSizes1To7", roots.toString(),
                        "inclusionOf4In7", list(MerkleProofs.inclusion(suite, 4, 7, i -> leaves.get((int) i))),
                        "consistencyOf3With7", list(MerkleProofs.consistency(suite, 3, 7, i -> leaves.get((int) i))))));
    }

    /** Signatures of suite 2 are random, so that its head is only checked. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void heads(int number) throws IOException {
        Suite suite = Suite.of(number);
        String json = Files.exists(file("head-" + number)) ? Files.readString(file("head-" + number)) : "";
        if (json.isEmpty() || writes()) {
            Bytes key = number == 2
                    ? HeadVerifier.publishSm2(BigInteger.TWO)
                    : HeadVerifier.publish(Ed25519.PAIR.getPublic());
            HeadSigner signer = number == 2
                    ? HeadSigner.sm2(BigInteger.TWO, new java.security.SecureRandom())
                    : HeadSigner.ed25519(Ed25519.PAIR.getPrivate());
            SignedHead head = signer.sign(Samples.voteKey(1), 7, suite.hash(new byte[] {7}), 1_700_000_000_000_000L);
            json = object(
                    Map.of("size", "7", "timeMicros", "1700000000000000"),
                    "vote",
                    head.voteKey(),
                    "root",
                    head.root(),
                    "publicKey",
                    key,
                    "message",
                    Bytes.of(head.message(suite)),
                    "signature",
                    head.signature());
            Files.writeString(file("head-" + number), json);
        }

        SignedHead head = new SignedHead(
                VoteKey.parse(field(json, "vote")),
                7,
                Digest.parse(field(json, "root")),
                1_700_000_000_000_000L,
                Bytes.parse(field(json, "signature")));
        assertThat(HeadVerifier.of(suite, Bytes.parse(field(json, "publicKey"))).holds(head))
                .isTrue();
        assertThat(Bytes.of(head.message(suite))).hasToString(field(json, "message"));
    }

    private static final class Ed25519 {
        static final java.security.KeyPair PAIR;

        static {
            try {
                PAIR = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void matches(String name, String json) throws IOException {
        if (writes()) {
            Files.createDirectories(FOLDER);
            Files.writeString(file(name), json);
        }
        assertThat(Files.readString(file(name))).isEqualTo(json);
    }

    private static boolean writes() {
        return "write".equals(System.getProperty("linli.vectors"));
    }

    private static Path file(String name) {
        return FOLDER.resolve(name + ".json");
    }

    private static String field(String json, String name) {
        int from = json.indexOf("\"" + name + "\": \"") + name.length() + 5;
        return json.substring(from, json.indexOf('"', from));
    }

    private static String list(List<Digest> hashes) {
        return hashes.stream().map(VectorsTests::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String quoted(Object value) {
        return "\"" + value + "\"";
    }

    /** @param raw fields that are no texts @param texts name, value, name, value … */
    private static String object(Map<String, String> raw, Object... texts) {
        StringJoiner fields = new StringJoiner(",\n  ", "{\n  ", "\n}\n");
        for (int i = 0; i < texts.length; i += 2) {
            fields.add(quoted(texts[i]) + ": " + quoted(texts[i + 1]));
        }
        raw.keySet().stream().sorted().forEach(name -> fields.add(quoted(name) + ": " + raw.get(name)));
        return fields.toString();
    }
}

package org.linli.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.ledger.Suite;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.matters.Setting;
import org.linli.rules.decisions.matters.ThresholdSources;

/** The check page's verifier, written from docs/recount.md alone, beside {@code ./linli verify}: both say the same of the same file. */
class SecondVerifierIT {
    private static SecondVerifier second;

    @BeforeAll
    static void start() throws IOException {
        second = new SecondVerifier();
    }

    @AfterAll
    static void stop() {
        second.close();
    }

    @Test
    void namesWhatTheFirstVerifierNamesAtTheSamePlaces() {
        List<Alteration> bundles = new ArrayList<>(
                List.of(untouched(SampleVote.of(Suite.P256_SHA256_ED25519)), untouched(SampleVote.ofElections())));
        int good = bundles.size();
        bundles.addAll(Alteration.all());

        List<List<String>> answers = second.check(bundles);

        SoftAssertions softly = new SoftAssertions();
        for (int i = 0; i < bundles.size(); i++) {
            Alteration altered = bundles.get(i);
            softly.assertThat(new TreeSet<>(answers.get(i)))
                    .as(altered.what())
                    .isEqualTo(i < good ? new TreeSet<>() : first(altered));
        }
        softly.assertAll();
    }

    @Test
    void knowsTheRulePacksOfTheRules() {
        @SuppressWarnings("unchecked")
        List<Object> known = (List<Object>) second.run("""
                async () => {
                  const { PACKS } = await import("/assets/check/packs.js");
                  return PACKS.map((pack) => [pack.code, pack.division, pack.inForceFrom, pack.committeeFewest, pack.committeeMost,
                    ...pack.articles]);
                }
                """, Map.of());

        List<List<Object>> packs =
                RulePacks.list().stream().map(SecondVerifierIT::known).toList();
        assertThat(known).isEqualTo(packs);
    }

    /** Points and sums of the page's own arithmetic against those of the library that it takes the generators from. */
    @Test
    void addsPointsAsTheLibraryDoes() {
        Object wrong = second.run("""
                async () => {
                  const { p256 } = await import("/assets/vendor/noble/curves/nist.js");
                  const { compress, decompress, fromAffine, Sum, weightedSum } = await import("/assets/check/curve.js");
                  const order = p256.Point.Fn.ORDER;
                  const scalars = [0n, 1n, 2n, order - 1n, order - 2n, (1n << 255n) % order];
                  for (let i = 0; i < 60; i++) {
                    const bytes = crypto.getRandomValues(new Uint8Array(32));
                    scalars.push(bytes.reduce((sum, byte) => (sum << 8n) + BigInt(byte), 0n) % order);
                  }
                  const theirs = scalars.map((_, i) => p256.Point.BASE.multiply(BigInt(i + 1) ** 40n % order));
                  const ours = theirs.map((point) => decompress(point.toBytes(true)));
                  const same = (sum, point) => (point.is0() ? sum.isIdentity
                    : !sum.isIdentity && String(compress(sum.point())) === String(point.toBytes(true)));
                  const times = (point, scalar) => (scalar ? point.multiplyUnsafe(scalar) : p256.Point.ZERO);
                  const wrong = [];
                  const expect = (what, sum, point) => { if (!same(sum, point)) wrong.push(what); };
                  theirs.forEach((point, i) => {
                    const next = (i * 7 + 1) % theirs.length;
                    expect(`read ${i}`, Sum.of(ours[i]), point);
                    expect(`add ${i}`, Sum.of(ours[i], ours[next]), point.add(theirs[next]));
                    expect(`plus ${i}`, Sum.of(ours[i], ours[0]).plus(Sum.of(ours[next], ours[1])),
                      point.add(theirs[0]).add(theirs[next]).add(theirs[1]));
                    expect(`twice ${i}`, Sum.of(ours[i], ours[i]), point.double());
                    expect(`opposite ${i}`, Sum.of(ours[i], fromAffine(point.negate().toAffine())), p256.Point.ZERO);
                    expect(`multiple ${i}`, weightedSum([ours[i]], [scalars[i]], 256), times(point, scalars[i]));
                  });
                  const both = Sum.of(ours[0], ours[1]);
                  expect("equal sums", both.plus(Sum.of(ours[1], ours[0])), theirs[0].add(theirs[1]).double());
                  expect("weighted", weightedSum(ours, scalars, 256),
                    theirs.reduce((sum, point, i) => sum.add(times(point, scalars[i])), p256.Point.ZERO));
                  for (const few of [1, 2, 9, 31, 32]) {
                    expect(`${few} weighted`, weightedSum(ours.slice(0, few), scalars.slice(0, few), 256),
                      theirs.slice(0, few).reduce((sum, point, i) => sum.add(times(point, scalars[i])), p256.Point.ZERO));
                  }
                  expect("a point twice", weightedSum([ours[3], ours[3]], [scalars[9], scalars[9]], 256),
                    times(theirs[3], (2n * scalars[9]) % order));
                  expect("small scalars", weightedSum([ours[3], ours[4]], [1n, 3n], 16), theirs[3].add(theirs[4].multiply(3n)));
                  expect("a point and its opposite", weightedSum([ours[3], fromAffine(theirs[3].negate().toAffine()), ours[4]],
                    [scalars[9], scalars[9], 5n], 256), theirs[4].multiply(5n));
                  expect("nothing", weightedSum([], [], 256), p256.Point.ZERO);
                  for (let i = 0; i < 200; i++) {
                    const bytes = crypto.getRandomValues(new Uint8Array(33));
                    bytes[0] = 2 + (i % 2);
                    bytes[1] &= 0x7f;
                    let point = null;
                    try { point = p256.Point.fromBytes(bytes); } catch { }
                    if ((point === null) !== (decompress(bytes) === null)) wrong.push(`on the curve ${bytes}`);
                  }
                  return wrong;
                }
                """, Map.of());

        assertThat(wrong).isEqualTo(List.of());
    }

    private static Alteration untouched(SampleVote vote) {
        return new Alteration("untouched", vote.bundle(), vote.heads(), "", List.of());
    }

    private static TreeSet<String> first(Alteration altered) {
        TreeSet<String> findings = new TreeSet<>();
        altered.findings().forEach(finding -> findings.add(finding.fault().name() + " " + finding.place()));
        return findings;
    }

    private static List<Object> known(RulePack pack) {
        List<Object> known = new ArrayList<>(List.of(
                pack.code(),
                pack.division(),
                pack.inForceFrom().toString(),
                pack.value(Setting.COMMITTEE_FEWEST),
                pack.value(Setting.COMMITTEE_MOST)));
        known.addAll(ThresholdSources.codes(pack));
        return known;
    }
}

// The second verifier: written from docs/recount.md alone. The first is ./linli verify.
import { BallotProofs } from "./ballots.js";
import { readBundle, readSeen } from "./bundle.js";
import { hex, unhex } from "./bytes.js";
import { checkCount } from "./count.js";
import { checkHeads, checkSeen, Roots } from "./heads.js";
import { decodeLeaf, LEAF } from "./leaves.js";
import { RecordWalk } from "./record.js";
import { checkRolls, checkRules } from "./rolls.js";
import { hash } from "./suite.js";
import { Tree } from "./tree.js";

const FAULTS_KEPT = 1000;

class Faults {
  kept = [];
  count = 0;

  add(name, place) {
    this.count++;
    if (this.kept.length < FAULTS_KEPT) this.kept.push({ name, place });
  }
}

/**
 * Checks a whole bundle.
 *
 * @param blob the .zip
 * @param seen heads that a witness kept, or null
 * @param expectedKey fingerprint that the key should have, or an empty text
 * @param step called with phase, done and of; may be awaited
 * @throws NotABundle
 */
export async function verify(blob, seen = null, expectedKey = "", step = () => {}) {
  const bundle = await readBundle(blob);
  const witness = seen ? await readSeen(seen, bundle.vote.key) : { heads: [] };
  const faults = new Faults();
  const pack = checkRules(bundle, faults);
  const rolls = await checkRolls(bundle, faults, step);
  const roots = new Roots(bundle.heads, witness);
  const walk = await walkRecord(bundle, rolls, roots, faults, step);
  checkHeads(bundle, walk, roots, faults);
  if (expectedKey && fingerprintOf(bundle.heads.publicKey) !== expectedKey) faults.add("KEY_DIFFERS", "heads");
  checkSeen(witness, bundle, roots, faults);
  const proofs = await checkBallots(bundle, rolls, walk, faults, step);
  const decisions = checkCount(bundle, rolls, proofs.tallies, pack, faults);
  return report({ bundle, witness, rolls, walk, proofs, decisions, faults });
}

async function walkRecord(bundle, rolls, roots, faults, step) {
  const walk = new RecordWalk(bundle, rolls, faults);
  const tree = new Tree();
  roots.seen(tree);
  for (const [no, leaf] of bundle.leaves.entries()) {
    walk.add(leaf, no);
    tree.add(leaf);
    roots.seen(tree);
    await step("record", no + 1, bundle.leaves.length);
  }
  walk.finish();
  return walk;
}

async function checkBallots(bundle, rolls, walk, faults, step) {
  const proofs = new BallotProofs(bundle, rolls, faults);
  const counted = walk.countedLeaves();
  for (const [no, bytes] of bundle.leaves.entries()) {
    await step("ballots", no + 1, bundle.leaves.length);
    if (bytes[1] !== LEAF.BALLOT) continue;
    const leaf = decodeLeaf(bytes);
    if (leaf && leaf.vote === bundle.vote.key) proofs.add(leaf, no, counted.has(no));
  }
  proofs.finish();
  return proofs;
}

/** What people compare of the key: its hash. */
const fingerprintOf = (publicKey) => hex(hash(unhex(publicKey)));

function report({ bundle, witness, rolls, walk, proofs, decisions, faults }) {
  return {
    vote: bundle.vote,
    rulePack: bundle.rulePack,
    rolls: [...rolls.values()].map(({ number, count, root, area }) => ({ number, count, root, area })),
    record: {
      leaves: bundle.leaves.length, ballots: walk.ballotCount, annulled: walk.annulledCount, papers: walk.paperCount,
    },
    heads: { count: bundle.heads.heads.length, fingerprint: fingerprintOf(bundle.heads.publicKey), seen: witness.heads.length },
    parts: proofs.partCount,
    decisions,
    faults: faults.kept,
    faultCount: faults.count,
  };
}

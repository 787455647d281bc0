// Signed heads against the record. docs/recount.md sections 6 and 8, "Heads".
import { hex, join, tag, u64, u8, unhex } from "./bytes.js";
import { isKey, isSigned } from "./suite.js";

const SIGNATURE_SIZE = 64;
const GRACE_MICROS = 60_000_000n;

const message = (voteKey, head) =>
  join(tag("linli/head"), u8(1), unhex(voteKey), u64(head.size), unhex(head.root), u64(head.timeMicros));

const isOwn = (head, voteKey, publicKey) => head.signature.length === 2 * SIGNATURE_SIZE
  && isSigned(unhex(head.signature), message(voteKey, head), unhex(publicKey));

/** Roots over the first `size` leaves that some head speaks of. */
export class Roots {
  #roots = new Map();

  constructor(...files) {
    this.sizes = new Set(files.flatMap((file) => file.heads.map((head) => head.size)));
  }

  seen(tree) {
    const size = BigInt(tree.size);
    if (this.sizes.has(size)) this.#roots.set(size, hex(tree.root()));
  }

  /** Undefined beyond the record. */
  of(size) { return this.#roots.get(size); }
}

/** @param walk the record, walked to its end */
export function checkHeads(bundle, walk, roots, faults) {
  const { heads, publicKey } = bundle.heads;
  if (!isKey(unhex(publicKey))) {
    faults.add("KEY_MALFORMED", "heads");
    return;
  }
  heads.forEach((head, i) => {
    const place = `head/${i}`;
    if (!isOwn(head, bundle.vote.key, publicKey)) faults.add("HEAD_SIGNATURE", place);
    const before = heads[i - 1];
    if (before && (head.size < before.size || head.timeMicros < before.timeMicros)) faults.add("HEAD_ORDER", place);
    if (head.size > BigInt(bundle.leaves.length)) faults.add("HEAD_BEYOND", place);
    else if (roots.of(head.size) !== head.root) faults.add("HEAD_ROOT", place);
    checkTimes(head, place, bundle.vote, walk, faults);
  });
  if (heads.at(-1)?.size !== BigInt(bundle.leaves.length)) faults.add("FINAL_HEAD_MISSING", "heads");
  checkLastBallot(heads, bundle.vote, walk, faults);
}

function checkTimes(head, place, vote, walk, faults) {
  const covers = (leafNo) => leafNo !== null && head.size > BigInt(leafNo);
  if (head.timeMicros < vote.opensAtMicros && covers(walk.firstBallot)) faults.add("BALLOT_EARLY", place);
  if (head.timeMicros < vote.deadlineMicros && covers(walk.close)) faults.add("CLOSED_EARLY", place);
}

function checkLastBallot(heads, vote, walk, faults) {
  const last = walk.lastBallotWithoutSerial;
  if (last === null) return;
  const inTime = heads.some((head) =>
    head.timeMicros <= vote.deadlineMicros + GRACE_MICROS && head.size > BigInt(last));
  if (!inTime) faults.add("BALLOT_LATE", `leaf/${last}`);
}

/** Heads that a witness kept must be signed by the same key and fit the record. */
export function checkSeen(seen, bundle, roots, faults) {
  if (!isKey(unhex(bundle.heads.publicKey))) return;
  seen.heads.forEach((head, i) => {
    const place = `seen/${i}`;
    if (!isOwn(head, bundle.vote.key, bundle.heads.publicKey)) faults.add("SEEN_SIGNATURE", place);
    else if (roots.of(head.size) !== head.root) faults.add("SEEN_REWRITTEN", place);
  });
}

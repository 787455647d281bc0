// The proofs in the ballots. docs/recount.md sections 4.1 and 8, "Ballots".
//
// Many equations are checked as one, each multiplied by a fresh random number of 128 bits: made here and now, so nobody who wrote
// the bundle could know it. What does not hold is halved until few equations are left, which are then checked one by one, to name the
// place.
import { join, number, tag, u16, unhex } from "./bytes.js";
import { contextOf } from "./rolls.js";
import { compress, Sum, weightedSum } from "./curve.js";
import { G1, H, hashScalar, mod, N, point, SCALAR_BITS } from "./suite.js";

const LOT_POINTS = 6000;
const WEIGHT_BITS = 128;
const SMALL_BITS = 16;
const FEW_EQUATIONS = 8;
const OPTION = tag("linli/option");
const SUM = tag("linli/sum");

export class BallotProofs {
  /** Of each decision: how many counted ballots have a part, the sum of their columns and of their entries. */
  tallies = new Map();
  partCount = 0;
  #decisions = new Map();
  #lot = [];
  #lotPoints = 0;

  constructor(bundle, rolls, faults) {
    this.faults = faults;
    for (const decision of bundle.decisions) {
      const roll = rolls.get(decision.rollNo);
      if (roll) this.#decisions.set(decision.number, { decision, roll, context: contextOf(decision, roll, bundle.vote.key) });
      const columns = Array.from({ length: decision.columns }, () => new Sum());
      this.tallies.set(decision.number, { parts: 0, columns, entries: new Sum() });
    }
  }

  add(leaf, no, isCounted) {
    for (const part of leaf.parts) {
      const place = `leaf/${no}/decision/${part.decision}`;
      const known = this.#decisions.get(part.decision);
      const entry = known?.roll.entries.get(leaf.entry);
      if (isCounted) this.#turnout(part.decision, entry);
      if (!entry?.W || part.roll !== known.decision.rollNo || part.columns.length !== known.decision.columns) {
        this.faults.add("PART_SHAPE", place);
        continue;
      }
      const points = this.#points(part, place);
      if (!points) continue;
      this.partCount++;
      if (isCounted) points.columns.forEach(({ C }, i) => this.tallies.get(part.decision).columns[i].add(C));
      this.#prove({ leaf, part, points, entry, known, place });
    }
  }

  /** Checks what is left; call it after the last ballot. */
  finish() {
    const bad = new Map(broken(this.#lot).map((equation) => [`${equation.fault} ${equation.place}`, equation]));
    for (const { fault, place } of bad.values()) this.faults.add(fault, place);
    this.#lot = [];
    this.#lotPoints = 0;
  }

  #points(part, place) {
    const columns = part.columns.map((column, i) => {
      const points = { C: point(column.C), A0: point(column.A0), A1: point(column.A1) };
      if (points.C && points.A0 && points.A1) return points;
      this.faults.add("PART_POINT", `${place}/column/${i + 1}`);
      return null;
    });
    const A = point(part.A);
    if (!A) this.faults.add("PART_POINT", place);
    return A && !columns.includes(null) ? { columns, A } : null;
  }

  #turnout(decision, entry) {
    const tally = this.tallies.get(decision);
    if (!tally) return;
    tally.parts++;
    if (entry?.W) tally.entries.add(entry.W);
  }

  #prove({ leaf, part, points, entry, known, place }) {
    const who = join(known.context, unhex(leaf.entry), u16(leaf.attempt));
    part.columns.forEach((column, i) => {
      const { C, A0, A1 } = points.columns[i];
      const c = hashScalar(OPTION, who, u16(i + 1), entry.bytes, column.C, column.A0, column.A1);
      const c0 = number(column.c0);
      const at = { fault: "OPTION_PROOF", place: `${place}/column/${i + 1}`, W: entry.W };
      const c1 = mod(c - c0);
      // z·H = A + c·(ΣCs − m·B) is the form of all three equations; B = G1 + W.
      this.#lot.push({ ...at, z: number(column.z0), A: A0, c: c0, Cs: [C], m: 0n });
      this.#lot.push({ ...at, z: number(column.z1), A: A1, c: c1, Cs: [C], m: 1n });
    });
    this.#sum({ part, points, entry, known, place, who });
    this.#lotPoints += 3 * part.columns.length + 2;
    if (this.#lotPoints >= LOT_POINTS) this.finish();
  }

  #sum({ part, points, entry, known, place, who }) {
    const m = BigInt(known.decision.sum);
    const Cs = points.columns.map(({ C }) => C);
    const D = difference({ Cs, m, W: entry.W }).point();
    if (!D) {
      this.faults.add("SUM_PROOF", place);
      return;
    }
    const c = hashScalar(SUM, who, entry.bytes, compress(D), part.A);
    this.#lot.push({ fault: "SUM_PROOF", place, W: entry.W, z: number(part.z), A: points.A, c, Cs, m });
  }
}

/** ΣCs − m·B. */
function difference({ Cs, m, W }) {
  const sum = Sum.of(...Cs);
  return m === 0n ? sum : sum.plus(weightedSum([G1, W], [m, m], SMALL_BITS).negated());
}

/** Those of the equations that do not hold. */
function broken(equations) {
  if (equations.length <= FEW_EQUATIONS) return equations.filter((equation) => !holdTogether([equation]));
  if (holdTogether(equations)) return [];
  const half = equations.length >> 1;
  return [...broken(equations.slice(0, half)), ...broken(equations.slice(half))];
}

/** One equation alone, or Σ w·A = Σ w·(z·H − c·ΣCs + c·m·(G1 + W)), with like points gathered. */
function holdTogether(equations) {
  const weights = equations.length === 1 ? [1n] : randomWeights(equations.length);
  const scalars = new Map([[H, 0n], [G1, 0n]]);
  const put = (base, scalar) => scalars.set(base, (scalars.get(base) ?? 0n) + scalar);
  equations.forEach(({ z, c, Cs, m, W }, i) => {
    const wc = (weights[i] * c) % N;
    put(H, weights[i] * z);
    for (const C of Cs) put(C, N - wc);
    if (m) {
      put(G1, wc * m);
      put(W, wc * m);
    }
  });
  const right = weightedSum([...scalars.keys()], [...scalars.values()].map((scalar) => scalar % N), SCALAR_BITS);
  return weightedSum(equations.map(({ A }) => A), weights, WEIGHT_BITS).equals(right);
}

/** 128 bits each, never zero. */
function randomWeights(count) {
  const size = WEIGHT_BITS / 8;
  return Array.from({ length: count }, () => number(crypto.getRandomValues(new Uint8Array(size))) || 1n);
}

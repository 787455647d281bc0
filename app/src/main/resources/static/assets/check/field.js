// The prime field of P-256, about five times as fast as BigInt: a number is eleven signed limbs of 24 bits in a Float64Array, in
// Montgomery's form with R = 2^264, from 0 to 16·p. A product of two limbs is near 2^46 and a sum of eleven of them below 2^51, so
// that all is exact. Figures are public, so nothing here runs in constant time.
//
// Source: P. Montgomery, "Modular multiplication without trial division", 1985. p = 2^256 − 2^224 + 2^192 + 2^96 − 1 ends in 96 ones,
// so that the factor of each step is the lowest limb itself, and m·p is five shifted terms.

export const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const LIMBS = 11;
const BASE = 2 ** 24;
const UNIT = 2 ** -24;
/** Added and taken away again, it rounds to the nearest whole number. */
const ROUND = 1.5 * 2 ** 52;
const MASK = BigInt(BASE - 1);

export const element = () => new Float64Array(LIMBS);

function limbsOf(value) {
  const limbs = element();
  for (let i = 0; i < LIMBS; i++) limbs[i] = Number((value >> BigInt(24 * i)) & MASK);
  return limbs;
}

const R = 2n ** 264n % P;
const R_SQUARED = limbsOf((R * R) % P);
const PLAIN_ONE = limbsOf(1n);
export const ONE = limbsOf(R);
/** k·p, for differences. */
const MULTIPLES = Array.from({ length: 17 }, (_, k) => limbsOf(BigInt(k) * P));

/** out = a·b / R. With a·b ≤ 128·p² the result is from 0 to 2·p. `out` may be a or b. */
export function mul(out, a, b) {
  const b0 = b[0], b1 = b[1], b2 = b[2], b3 = b[3], b4 = b[4], b5 = b[5], b6 = b[6], b7 = b[7], b8 = b[8], b9 = b[9], b10 = b[10];
  let t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0, t5 = 0, t6 = 0, t7 = 0, t8 = 0, t9 = 0;
  for (let i = 0; i < LIMBS; i++) {
    const x = a[i];
    t0 += x * b0;
    const carry = t0 * UNIT + ROUND - ROUND;
    const m = t0 - carry * BASE;
    t0 = t1 + x * b1 + carry;
    t1 = t2 + x * b2;
    t2 = t3 + x * b3;
    t3 = t4 + x * b4 + m;
    t4 = t5 + x * b5;
    t5 = t6 + x * b6;
    t6 = t7 + x * b7;
    t7 = t8 + x * b8 + m;
    t8 = t9 + x * b9 - m * 256;
    t9 = x * b10 + m * 65536;
  }
  // The factors m are from −2^23 to 2^23, so that one p more keeps the result from falling below 0.
  out[0] = t0 - 1; out[1] = t1; out[2] = t2; out[3] = t3; out[4] = t4 + 1; out[5] = t5; out[6] = t6; out[7] = t7; out[8] = t8 + 1;
  out[9] = t9 - 256; out[10] = 65536;
  carryOver(out);
  carryOver(out);
}

/** Brings every limb but the last near ±2^23, all at once: what is carried is at most 2^27 the first time, a few units then. */
function carryOver(out) {
  const v0 = out[0], v1 = out[1], v2 = out[2], v3 = out[3], v4 = out[4], v5 = out[5], v6 = out[6], v7 = out[7], v8 = out[8], v9 = out[9];
  const c0 = v0 * UNIT + ROUND - ROUND;
  const c1 = v1 * UNIT + ROUND - ROUND;
  const c2 = v2 * UNIT + ROUND - ROUND;
  const c3 = v3 * UNIT + ROUND - ROUND;
  const c4 = v4 * UNIT + ROUND - ROUND;
  const c5 = v5 * UNIT + ROUND - ROUND;
  const c6 = v6 * UNIT + ROUND - ROUND;
  const c7 = v7 * UNIT + ROUND - ROUND;
  const c8 = v8 * UNIT + ROUND - ROUND;
  const c9 = v9 * UNIT + ROUND - ROUND;
  out[0] = v0 - c0 * BASE;
  out[1] = v1 - c1 * BASE + c0;
  out[2] = v2 - c2 * BASE + c1;
  out[3] = v3 - c3 * BASE + c2;
  out[4] = v4 - c4 * BASE + c3;
  out[5] = v5 - c5 * BASE + c4;
  out[6] = v6 - c6 * BASE + c5;
  out[7] = v7 - c7 * BASE + c6;
  out[8] = v8 - c8 * BASE + c7;
  out[9] = v9 - c9 * BASE + c8;
  out[10] += c9;
}

export function add(out, a, b) {
  for (let i = 0; i < LIMBS; i++) out[i] = a[i] + b[i];
  carryOver(out);
}

/** out = a − b + k·p; k is at least the bound of b. */
export function sub(out, a, b, k) {
  const kp = MULTIPLES[k];
  for (let i = 0; i < LIMBS; i++) out[i] = a[i] - b[i] + kp[i];
  carryOver(out);
}

/** Whether a is 0 modulo p. The lowest limb of k·p is −k, so that few others need a closer look. */
export const isZero = (a) => a[0] <= 0 && a[0] >= -16 && toNumber(a) === 0n;

export function isEqual(a, b) {
  const difference = element();
  sub(difference, a, b, 8);
  return isZero(difference);
}

function squareTimes(out, a, count) {
  mul(out, a, a);
  for (let i = 1; i < count; i++) mul(out, out, out);
}

/** A square root of a where there is one: a^((p + 1) / 4), the exponent being 2^254 − 2^222 + 2^190 + 2^94. */
export function root(a) {
  let ones = a;
  for (let count = 1; count < 32; count *= 2) {
    const twice = element();
    squareTimes(twice, ones, count);
    mul(twice, twice, ones);
    ones = twice;
  }
  const power = element();
  squareTimes(power, ones, 32);
  mul(power, power, a);
  squareTimes(power, power, 96);
  mul(power, power, a);
  squareTimes(power, power, 94);
  return power;
}

/** From 32 bytes, big-endian, below p. */
export function fromBytes(bytes) {
  const limbs = element();
  for (let i = 0; i < LIMBS; i++) {
    const at = 29 - 3 * i;
    limbs[i] = (at < 0 ? 0 : bytes[at] * 65536) + (at < -1 ? 0 : bytes[at + 1] * 256) + bytes[at + 2];
  }
  mul(limbs, limbs, R_SQUARED);
  return limbs;
}

export function fromNumber(value) {
  const limbs = limbsOf(value);
  mul(limbs, limbs, R_SQUARED);
  return limbs;
}

/** The number itself, below p. */
export function toNumber(a) {
  const plain = element();
  mul(plain, a, PLAIN_ONE);
  let value = 0n;
  for (let i = LIMBS - 1; i >= 0; i--) value = (value << 24n) + BigInt(plain[i]);
  return value % P;
}

// Suite 1 of docs/recount.md section 1.1: P-256, SHA-256, Ed25519. Suite 2 is checked by `./linli verify`.
import { p256, p256_hasher } from "../vendor/noble/curves/nist.js";
import { ed25519 } from "../vendor/noble/curves/ed25519.js";
import { sha256 } from "../vendor/noble/hashes/sha2.js";
import { isBelow, join, number, unhex } from "./bytes.js";

export const SUITE = 1;
export const Point = p256.Point;
export const N = Point.Fn.ORDER;

const ORDER_BYTES = unhex(N.toString(16).padStart(64, "0"));
const PRIME_BYTES = unhex(Point.Fp.ORDER.toString(16).padStart(64, "0"));
const DST = "LINLI-V1-with-P256_XMD:SHA-256_SSWU_RO_";
const generator = (name) =>
  Point.fromAffine(p256_hasher.hashToCurve(new TextEncoder().encode(name), { DST }).toAffine());

export const G1 = generator("G1");
export const G2 = generator("G2");
export const H = generator("H");

export const hash = (...parts) => sha256(parts.length === 1 ? parts[0] : join(...parts));
export const mod = (value) => ((value % N) + N) % N;
export const hashScalar = (...parts) => number(hash(...parts)) % N;
export const isScalar = (bytes) => isBelow(bytes, ORDER_BYTES);

/** The form of a point; whether its x belongs to one is another question. */
export const hasPointShape = (bytes) => (bytes[0] === 2 || bytes[0] === 3) && isBelow(bytes.subarray(1), PRIME_BYTES);

/** The point, or null when there is none with this x. */
export function point(bytes) {
  if (!hasPointShape(bytes)) return null;
  try {
    return Point.fromBytes(bytes);
  } catch {
    return null;
  }
}

/** The identity too for 0. */
export const times = (base, scalar) => (scalar === 0n ? Point.ZERO : base.multiplyUnsafe(scalar));

/** heads·G1 + area·G2 + blinding·H. */
export const commit = (heads, area, blinding) => times(G1, heads).add(times(G2, area)).add(times(H, blinding));

/** Whether RFC 8032 accepts the signature; other forms of points and scalars are refused. */
export function isSigned(signature, message, key) {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

/**
 * Sum of scalar·point by buckets (Pippenger). Not in constant time, which public figures do not need.
 *
 * @param bits scalars are below 2^bits
 */
export function weightedSum(points, scalars, bits) {
  const width = Math.min(12, Math.max(2, Math.floor(Math.log2(points.length + 1)) - 2));
  let sum = Point.ZERO;
  for (let low = Math.floor((bits - 1) / width) * width; low >= 0; low -= width) {
    for (let i = 0; i < width; i++) sum = sum.double();
    sum = sum.add(window(points, scalars, BigInt(low), (1n << BigInt(width)) - 1n));
  }
  return sum;
}

function window(points, scalars, low, mask) {
  const buckets = new Array(Number(mask) + 1);
  for (let i = 0; i < points.length; i++) {
    const digit = Number((scalars[i] >> low) & mask);
    if (digit) buckets[digit] = buckets[digit] ? buckets[digit].add(points[i]) : points[i];
  }
  let running = Point.ZERO;
  let sum = Point.ZERO;
  for (let digit = buckets.length - 1; digit > 0; digit--) {
    if (buckets[digit]) running = running.add(buckets[digit]);
    sum = sum.add(running);
  }
  return sum;
}

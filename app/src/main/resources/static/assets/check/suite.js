// Suite 1 of docs/recount.md section 1.1: P-256, SHA-256, Ed25519. Suite 2 is checked by `./linli verify`.
import { p256, p256_hasher } from "../vendor/noble/curves/nist.js";
import { ed25519 } from "../vendor/noble/curves/ed25519.js";
import { sha256 } from "../vendor/noble/hashes/sha2.js";
import { isBelow, join, number, unhex } from "./bytes.js";
import { decompress, fromAffine, weightedSum } from "./curve.js";

export const SUITE = 1;
export const N = p256.Point.Fn.ORDER;
export const SCALAR_BITS = 256;

const ORDER_BYTES = unhex(N.toString(16).padStart(64, "0"));
const PRIME_BYTES = unhex(p256.Point.Fp.ORDER.toString(16).padStart(64, "0"));
const DST = "LINLI-V1-with-P256_XMD:SHA-256_SSWU_RO_";
const generator = (name) =>
  fromAffine(p256_hasher.hashToCurve(new TextEncoder().encode(name), { DST }).toAffine());

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
export const point = (bytes) => (hasPointShape(bytes) ? decompress(bytes) : null);

/** heads·G1 + area·G2 + blinding·H. */
export const commit = (heads, area, blinding) => weightedSum([G1, G2, H], [heads, area, blinding], SCALAR_BITS);

/** Whether the bytes are a public key of Ed25519. */
export function isKey(bytes) {
  try {
    ed25519.Point.fromBytes(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Whether RFC 8032 accepts the signature; other forms of points and scalars are refused. */
export function isSigned(signature, message, key) {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

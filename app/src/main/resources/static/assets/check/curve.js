// Points of P-256 and their sums, over field.js. A point read is affine; a sum is in Jacobian coordinates (x = X/Z², y = Y/Z³).
// What may be as large as 2·p, 4·p and 8·p stands beside each difference; Z, Y and X of a sum stay below those.
import { add, element, fromBytes, fromNumber, isEqual, isZero, mul, ONE, P, root, sub, toNumber } from "./field.js";

const B = fromNumber(0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn);
const THREE = fromNumber(3n);

/** The point of a compressed form whose x is below p; null when there is none. */
export function decompress(bytes) {
  const x = fromBytes(bytes.subarray(1));
  const right = element();
  mul(right, x, x);
  sub(right, right, THREE, 2);
  mul(right, right, x);
  add(right, right, B);
  let y = root(right);
  const square = element();
  mul(square, y, y);
  if (!isEqual(square, right)) return null;
  if (Number(toNumber(y) & 1n) !== (bytes[0] & 1)) {
    const other = element();
    sub(other, element(), y, 2);
    y = other;
  }
  return { x, y };
}

export const fromAffine = ({ x, y }) => ({ x: fromNumber(x), y: fromNumber(y) });

const [zz, u, s, h, r, hh, hhh, v, w, u1, s1, ww] = Array.from({ length: 12 }, element);

/** A sum of points; starts as the identity and changes in place. */
export class Sum {
  isIdentity = true;
  X = element();
  Y = element();
  Z = element();

  static of(...points) {
    const sum = new Sum();
    for (const point of points) sum.add(point);
    return sum;
  }

  set({ X, Y, Z, isIdentity }) {
    this.X.set(X);
    this.Y.set(Y);
    this.Z.set(Z);
    this.isIdentity = isIdentity;
    return this;
  }

  /** Adds an affine point. */
  add({ x, y }) {
    if (this.isIdentity) return this.set({ X: x, Y: y, Z: ONE, isIdentity: false });
    mul(zz, this.Z, this.Z);
    mul(u, x, zz);
    mul(s, y, this.Z);
    mul(s, s, zz);
    sub(h, u, this.X, 8);
    sub(r, s, this.Y, 4);
    if (isZero(h)) return this.#meet();
    mul(this.Z, this.Z, h);
    return this.#finish(this.X, this.Y);
  }

  /** Adds another sum, or this one itself. */
  plus(other) {
    if (other.isIdentity) return this;
    if (this.isIdentity) return this.set(other);
    mul(zz, this.Z, this.Z);
    mul(ww, other.Z, other.Z);
    mul(u1, this.X, ww);
    mul(u, other.X, zz);
    mul(s1, this.Y, other.Z);
    mul(s1, s1, ww);
    mul(s, other.Y, this.Z);
    mul(s, s, zz);
    sub(h, u, u1, 2);
    sub(r, s, s1, 2);
    if (isZero(h)) return this.#meet();
    mul(this.Z, this.Z, other.Z);
    mul(this.Z, this.Z, h);
    return this.#finish(u1, s1);
  }

  /** The same x: the same point, or its opposite. */
  #meet() {
    if (isZero(r)) return this.double();
    this.isIdentity = true;
    return this;
  }

  /** X = r² − h³ − 2·x·h², Y = r·(x·h² − X) − y·h³ with x and y of the first point. */
  #finish(x, y) {
    mul(hh, h, h);
    mul(hhh, hh, h);
    mul(v, x, hh);
    mul(w, y, hhh);
    mul(this.X, r, r);
    sub(this.X, this.X, hhh, 2);
    sub(this.X, this.X, v, 2);
    sub(this.X, this.X, v, 2);
    sub(v, v, this.X, 8);
    mul(this.Y, r, v);
    sub(this.Y, this.Y, w, 2);
    return this;
  }

  /** For a = −3; no point of this curve has y = 0. */
  double() {
    if (this.isIdentity) return this;
    mul(zz, this.Z, this.Z);
    mul(s, this.Y, this.Y);
    mul(v, this.X, s);
    sub(u, this.X, zz, 2);
    add(w, this.X, zz);
    mul(r, u, w);
    mul(r, r, THREE);
    mul(this.Z, this.Y, this.Z);
    add(this.Z, this.Z, this.Z);
    mul(this.Z, this.Z, ONE);
    add(v, v, v);
    add(v, v, v);
    mul(v, v, ONE);
    mul(this.X, r, r);
    sub(this.X, this.X, v, 2);
    sub(this.X, this.X, v, 2);
    sub(v, v, this.X, 8);
    mul(this.Y, r, v);
    mul(s, s, s);
    add(s, s, s);
    add(s, s, s);
    add(s, s, s);
    mul(s, s, ONE);
    sub(this.Y, this.Y, s, 2);
    return this;
  }

  /** This sum's opposite. */
  negated() {
    const opposite = new Sum().set(this);
    sub(opposite.Y, element(), this.Y, 4);
    return opposite;
  }

  equals(other) {
    return new Sum().set(this).plus(other.negated()).isIdentity;
  }

  /** The affine point; null for the identity. */
  point() {
    if (this.isIdentity) return null;
    const inverse = fromNumber(invert(toNumber(this.Z)));
    const square = element();
    mul(square, inverse, inverse);
    const x = element();
    mul(x, this.X, square);
    const y = element();
    mul(y, this.Y, inverse);
    mul(y, y, square);
    return { x, y };
  }
}

/** By Euclid's algorithm. */
function invert(value) {
  let [a, b, x, y] = [value, P, 1n, 0n];
  while (a !== 1n) {
    const q = b / a;
    [a, b] = [b - q * a, a];
    [x, y] = [y - q * x, x];
  }
  return ((x % P) + P) % P;
}

/** 33 bytes, as in SEC 1. */
export function compress({ x, y }) {
  const bytes = new Uint8Array(33);
  bytes[0] = Number(2n + (toNumber(y) & 1n));
  let rest = toNumber(x);
  for (let i = 32; i > 0; i--, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}

/** Below so many points, tables are shorter work than buckets. */
const FEW_POINTS = 32;
const TABLE_WIDTH = 4;

/**
 * Sum of scalar·point.
 *
 * @param scalars from 0, below the order
 * @param bits scalars are below 2^bits
 */
export const weightedSum = (points, scalars, bits) =>
  (points.length < FEW_POINTS ? sumByTables : sumByBuckets)(points, scalars, bits);

/**
 * Each point's multiples by one digit are made beforehand; all points share the doublings.
 *
 * Source: E. Straus, "Addition chains of vectors", 1964.
 */
function sumByTables(points, scalars, bits) {
  const digits = scalars.map((scalar) => digitsOf(scalar, TABLE_WIDTH, bits));
  const tables = points.map((point, i) => {
    const multiples = [new Sum().add(point)];
    const largest = Math.max(...digits[i]);
    while (multiples.length < largest) multiples.push(new Sum().set(multiples.at(-1)).add(point));
    return multiples;
  });
  const sum = new Sum();
  for (let window = Math.ceil(bits / TABLE_WIDTH) - 1; window >= 0; window--) {
    for (let i = 0; i < TABLE_WIDTH; i++) sum.double();
    tables.forEach((multiples, i) => {
      const digit = digits[i][window];
      if (digit) sum.plus(multiples[digit - 1]);
    });
  }
  return sum;
}

/**
 * Points with the same digit in a window are added first.
 *
 * Source: N. Pippenger, "On the evaluation of powers and related problems", 1976.
 */
function sumByBuckets(points, scalars, bits) {
  const width = Math.min(12, Math.max(2, Math.floor(Math.log2(points.length + 1)) - 2));
  const digits = scalars.map((scalar) => digitsOf(scalar, width, bits));
  const buckets = Array.from({ length: 1 << width }, () => new Sum());
  const sum = new Sum();
  for (let window = Math.ceil(bits / width) - 1; window >= 0; window--) {
    for (let i = 0; i < width; i++) sum.double();
    sum.plus(windowSum(points, digits, window, buckets));
  }
  return sum;
}

function digitsOf(scalar, width, bits) {
  const digits = new Uint16Array(Math.ceil(bits / width));
  const shift = BigInt(width);
  const mask = (1n << shift) - 1n;
  for (let i = 0; scalar > 0n; i++, scalar >>= shift) digits[i] = Number(scalar & mask);
  return digits;
}

function windowSum(points, digits, window, buckets) {
  for (const bucket of buckets) bucket.isIdentity = true;
  for (let i = 0; i < points.length; i++) {
    const digit = digits[i][window];
    if (digit) buckets[digit].add(points[i]);
  }
  const running = new Sum();
  const sum = new Sum();
  for (let digit = buckets.length - 1; digit > 0; digit--) sum.plus(running.plus(buckets[digit]));
  return sum;
}

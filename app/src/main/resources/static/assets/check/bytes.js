// Numbers and bytes as docs/recount.md section 1 lays them down.
const encoder = new TextEncoder();

/** What reads bytes in order; every reader throws Short when there are fewer. */
export class Short extends Error {}

export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.at = 0;
  }

  get left() { return this.bytes.length - this.at; }

  #step(length) {
    if (length > this.left) throw new Short();
    this.at += length;
    return this.at - length;
  }

  u8() { return this.view.getUint8(this.#step(1)); }
  u16() { return this.view.getUint16(this.#step(2)); }
  u32() { return this.view.getUint32(this.#step(4)); }
  u64() { return this.view.getBigUint64(this.#step(8)); }

  take(length) {
    const start = this.#step(length);
    return this.bytes.subarray(start, start + length);
  }

  id() { return hex(this.take(16)); }
}

export const u8 = (value) => Uint8Array.of(value);
export const u16 = (value) => Uint8Array.of(value >> 8, value & 255);
export const u32 = (value) => Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255);

export function u64(value) {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(value));
  return bytes;
}

export function text(value) {
  const bytes = encoder.encode(value);
  return join(u32(bytes.length), bytes);
}

export function tag(name) {
  const bytes = encoder.encode(name);
  return join(u8(bytes.length), bytes);
}

export function join(...parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const DIGITS = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));

export function hex(bytes) {
  let out = "";
  for (const byte of bytes) out += DIGITS[byte];
  return out;
}

/** Of lower-case hexadecimal that was checked before. */
export function unhex(digits) {
  const bytes = new Uint8Array(digits.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = parseInt(digits.substr(2 * i, 2), 16);
  return bytes;
}

export function number(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let value = 0n;
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) value = (value << 64n) | view.getBigUint64(at);
  for (; at < bytes.length; at++) value = (value << 8n) | BigInt(bytes[at]);
  return value;
}

/** Unsigned, byte by byte; of two ids as hexadecimal `<` says the same. */
export function isBelow(bytes, bound) {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== bound[i]) return bytes[i] < bound[i];
  }
  return false;
}

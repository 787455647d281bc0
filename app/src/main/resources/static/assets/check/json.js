// The narrow JSON of docs/recount.md section 7: whole numbers of at most 18 digits, no null, no field twice.
// JSON.parse would let a field stand twice and would round numbers beyond 2^53, so that two readers could see two files.
import { NotABundle } from "./refusal.js";

const DEPTH_MOST = 16;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /(?:0|[1-9][0-9]{0,17})(?![0-9.eE])/y;
const SPACE = /[ \t\r\n]*/y;

/** Numbers come back as BigInt, objects as Map. */
export function parseJson(bytes, name) {
  let source;
  try {
    source = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotABundle("JSON", name);
  }
  return new Parser(source, name).whole();
}

class Parser {
  constructor(source, name) {
    this.source = source;
    this.name = name;
    this.at = 0;
  }

  whole() {
    const value = this.value(0);
    this.skip();
    if (this.at !== this.source.length) this.refuse();
    return value;
  }

  value(depth) {
    if (depth > DEPTH_MOST) this.refuse();
    this.skip();
    switch (this.source[this.at]) {
      case "{": return this.object(depth);
      case "[": return this.array(depth);
      case "\"": return this.string();
      case "t": return this.word("true", true);
      case "f": return this.word("false", false);
      default: return BigInt(this.match(NUMBER));
    }
  }

  object(depth) {
    const fields = new Map();
    this.list("}", () => {
      this.skip();
      const key = this.string();
      if (fields.has(key)) this.refuse();
      this.skip();
      this.word(":", null);
      fields.set(key, this.value(depth + 1));
    });
    return fields;
  }

  array(depth) {
    const values = [];
    this.list("]", () => values.push(this.value(depth + 1)));
    return values;
  }

  list(end, element) {
    this.at++;
    this.skip();
    if (this.source[this.at] === end) {
      this.at++;
      return;
    }
    for (;;) {
      element();
      this.skip();
      const next = this.source[this.at++];
      if (next === end) return;
      if (next !== ",") this.refuse();
    }
  }

  string() { return JSON.parse(this.match(STRING)); }

  word(expected, value) {
    if (!this.source.startsWith(expected, this.at)) this.refuse();
    this.at += expected.length;
    return value;
  }

  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (!found) this.refuse();
    this.at = pattern.lastIndex;
    return found[0];
  }

  skip() {
    SPACE.lastIndex = this.at;
    SPACE.exec(this.source);
    this.at = SPACE.lastIndex;
  }

  refuse() { throw new NotABundle("JSON", `${this.name}: ${this.at}`); }
}

/** Shapes: each is given a value and returns it in the form the checks use, or null. */
export const whole = (least, most) => (value) =>
  typeof value === "bigint" && value >= BigInt(least) && value <= BigInt(most) ? Number(value) : null;
export const big = (most) => (value) => (typeof value === "bigint" && value <= most ? value : null);
export const words = (value) => (typeof value === "string" && value.isWellFormed?.() !== false ? value : null);
export const flag = (value) => (typeof value === "boolean" ? value : null);
export const hexOf = (size) => (value) =>
  typeof value === "string" && value.length === 2 * size && /^[0-9a-f]*$/.test(value) ? value : null;
export const oneOf = (...values) => (value) => (values.includes(value) ? value : null);
export const list = (shape) => (value) => {
  if (!Array.isArray(value)) return null;
  const items = value.map(shape);
  return items.includes(null) ? null : items;
};

/** An object with these fields and no other; names in `optional` may be missing. */
export const object = (shapes, optional = []) => (value) => {
  if (!(value instanceof Map)) return null;
  const result = {};
  for (const [name, shape] of Object.entries(shapes)) {
    if (!value.has(name)) {
      if (optional.includes(name)) continue;
      return null;
    }
    result[name] = shape(value.get(name));
    if (result[name] === null) return null;
  }
  return [...value.keys()].every((name) => Object.hasOwn(shapes, name)) ? result : null;
};

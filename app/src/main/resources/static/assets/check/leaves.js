// One leaf of the record, docs/recount.md section 4.
import { hex, Reader, Short } from "./bytes.js";
import { hasPointShape, isScalar } from "./suite.js";

const [BALLOT, ANNULMENT, PAPER_ISSUED, PAPER_RETURNED, PAPER_VOIDED, CLOSE, ROLL, OPEN] = [1, 2, 3, 4, 5, 6, 7, 8];
export const LEAF = { BALLOT, ANNULMENT, PAPER_ISSUED, PAPER_RETURNED, PAPER_VOIDED, CLOSE, ROLL, OPEN };
const REASONS = 5;
const ROLL_ENTRIES_MOST = 1_000_000;

/** The bytes are no leaf, or another form of one. */
class Malformed extends Error {}

/** @returns the leaf, or null when it has no lawful form */
export function decodeLeaf(bytes) {
  const reader = new Reader(bytes);
  try {
    require(reader.u8() === 1);
    const kind = reader.u8();
    const leaf = { kind, vote: reader.id(), ...fields(kind, reader) };
    require(reader.left === 0);
    return leaf;
  } catch (error) {
    if (error instanceof Malformed || error instanceof Short) return null;
    throw error;
  }
}

function fields(kind, reader) {
  switch (kind) {
    case BALLOT: return ballot(reader);
    case ANNULMENT: return { entry: reader.id(), attempt: positive(reader), ruling: reader.take(32) };
    case PAPER_ISSUED: return { serial: reader.id(), entry: reader.id() };
    case PAPER_RETURNED: return { serial: reader.id() };
    case PAPER_VOIDED: return { serial: reader.id(), reason: reason(reader) };
    case CLOSE: return { deadline: time(reader), extension: reader.u16() };
    case ROLL: return { roll: positive(reader), count: entries(reader), root: hex(reader.take(32)) };
    case OPEN: return { opensAt: time(reader), paper: hex(reader.take(32)) };
    default: throw new Malformed();
  }
}

function ballot(reader) {
  const entry = reader.id();
  const attempt = positive(reader);
  const onPaper = reader.u8();
  require(onPaper <= 1);
  const serial = onPaper ? reader.id() : null;
  const parts = Array.from({ length: reader.u16() }, () => part(reader));
  require(parts.every((one, i) => i === 0 || parts[i - 1].decision < one.decision));
  return { entry, attempt, serial, parts };
}

function part(reader) {
  const decision = positive(reader);
  const roll = positive(reader);
  const columns = Array.from({ length: positive(reader) }, () => column(reader));
  return { decision, roll, columns, A: shapedPoint(reader), z: shapedScalar(reader) };
}

function column(reader) {
  return {
    C: shapedPoint(reader), A0: shapedPoint(reader), A1: shapedPoint(reader),
    c0: shapedScalar(reader), z0: shapedScalar(reader), z1: shapedScalar(reader),
  };
}

function positive(reader) {
  const value = reader.u16();
  require(value > 0);
  return value;
}

function entries(reader) {
  const value = reader.u32();
  require(value <= ROLL_ENTRIES_MOST);
  return value;
}

function time(reader) {
  const value = reader.u64();
  require(value < 1n << 63n);
  return value;
}

function reason(reader) {
  const value = reader.u8();
  require(value >= 1 && value <= REASONS);
  return value;
}

function shapedPoint(reader) {
  const bytes = reader.take(33);
  require(hasPointShape(bytes));
  return bytes;
}

function shapedScalar(reader) {
  const bytes = reader.take(32);
  require(isScalar(bytes));
  return bytes;
}

function require(holds) {
  if (!holds) throw new Malformed();
}

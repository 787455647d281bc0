// Reads the files of a bundle (docs/recount.md section 7) into values; what has another form is no bundle.
import { NotABundle } from "./refusal.js";
import { Reader, Short, unhex } from "./bytes.js";
import { big, flag, hexOf, list, object, oneOf, parseJson, whole, words } from "./json.js";
import { readZip } from "./zip.js";
import { isScalar, SUITE } from "./suite.js";

const MIB = 1 << 20;
const JSON_MOST = 16 * MIB;
const ROLLS_MOST = 128 * MIB;
const LEAVES_MOST = 1024 * MIB;
const ROLL_ENTRIES_MOST = 1_000_000;
const AREA_MOST = 10n ** 12n;
const TIME_MOST = 10n ** 18n;
const HEADS_MOST = ROLL_ENTRIES_MOST;
const NUMBER_MOST = 1000;
const OPTIONS_MOST = 200;
const KINDS = { YES_NO: 1, CHOICE: 2, ELECTION: 3 };
export const ENTRY_SIZE = 49;

/** Number of a decision, of a roll. */
const numbered = whole(1, NUMBER_MOST);
const column = whole(1, 2 * OPTIONS_MOST);
const time = big(TIME_MOST);
const area = big(AREA_MOST);
const scalar = (value) => {
  const digits = hexOf(32)(value);
  return digits !== null && isScalar(unhex(digits)) ? BigInt("0x" + digits) : null;
};
const matching = (pattern) => (value) => (typeof value === "string" && pattern.test(value) ? value : null);

const DECISION = object({
  number: numbered, kind: oneOf(...Object.keys(KINDS)), class: words, title: words, options: list(words),
  seats: whole(0, OPTIONS_MOST), rollNo: numbered, reducesEven: flag, alternates: flag, byElection: flag,
});
const BUNDLE = object({
  format: whole(1, 1),
  suite: whole(1, 2),
  vote: object({
    key: hexOf(16), community: words, title: words, opensAtMicros: time, deadlineMicros: time, extension: whole(0, 0xffff),
  }),
  rulePack: object({
    code: words, division: words, noticedOn: words, articles: list(words),
  }),
  decisions: list(DECISION),
  declared: list(object({
    decision: numbered,
    outcomes: list(oneOf("PASSED", "REJECTED", "NO_VALID_DECISION")),
    chosen: list(column),
    lots: list(column),
  })),
});
const OPENED = { heads: whole(0, HEADS_MOST), areaDm2: area, blinding: scalar };
const OPENINGS = object({
  rolls: list(object({ rollNo: numbered, ...OPENED })),
  decisions: list(object({
    decision: numbered,
    columns: list(object({ of: list(column), ...OPENED })),
    turnout: object(OPENED),
  }, ["turnout"])),
});
const HEADS = object({
  suite: whole(1, 2),
  vote: hexOf(16),
  publicKey: matching(/^([0-9a-f]{2})*$/),
  heads: list(object({ size: big(TIME_MOST), root: hexOf(32), timeMicros: time, signature: matching(/^([0-9a-f]{2})*$/) })),
});

/** @returns {Promise<object>} all parts of the bundle, in memory */
export async function readBundle(blob) {
  const rolls = { room: ROLLS_MOST };
  const files = await readZip(blob, (name) => roomFor(name));
  for (const name of ["bundle.json", "leaves.bin", "heads.json", "openings.json"]) {
    if (!files.has(name)) throw new NotABundle("FILES", name);
  }
  const bundle = shaped(files, "bundle.json", BUNDLE);
  if (bundle.suite !== SUITE) throw new NotABundle("SUITE", String(bundle.suite));
  bundle.decisions.forEach(requireDecision);
  requireUpwards(bundle.decisions);
  bundle.rolls = [...files.keys()].filter((name) => name.startsWith("rolls/"))
    .map((name) => {
      rolls.room -= files.get(name).length;
      if (rolls.room < 0) throw new NotABundle("SIZE", name);
      return readRoll(files.get(name), name, bundle.vote.key);
    })
    .sort((one, other) => one.number - other.number);
  bundle.leaves = readLeaves(files.get("leaves.bin"), bundle.vote.key);
  bundle.heads = requireHeads(shaped(files, "heads.json", HEADS), bundle.vote.key, "heads.json");
  bundle.openings = shaped(files, "openings.json", OPENINGS);
  return bundle;
}

/** Heads that somebody kept: a file of the form of heads.json. */
export async function readSeen(blob, voteKey) {
  if (blob.size > JSON_MOST) throw new NotABundle("SIZE", "seen");
  const value = HEADS(parseJson(new Uint8Array(await blob.arrayBuffer()), "seen"));
  if (value === null) throw new NotABundle("FORM", "seen");
  return requireHeads(value, voteKey, "seen");
}

function roomFor(name) {
  if (name === "leaves.bin") return LEAVES_MOST;
  if (["bundle.json", "heads.json", "openings.json"].includes(name)) return JSON_MOST;
  return /^rolls\/([1-9][0-9]{0,2}|1000)\.bin$/.test(name) ? ROLLS_MOST : null;
}

function shaped(files, name, shape) {
  const value = shape(parseJson(files.get(name), name));
  if (value === null) throw new NotABundle("FORM", name);
  return value;
}

function requireHeads(heads, voteKey, name) {
  if (heads.suite !== SUITE || heads.vote !== voteKey) throw new NotABundle("FORM", name);
  return heads;
}

function requireUpwards(decisions) {
  const isUpwards = decisions.every(({ number }, i) => i === 0 || decisions[i - 1].number < number);
  if (!isUpwards) throw new NotABundle("FORM", "bundle.json");
}

function requireDecision(decision) {
  const options = decision.options.length;
  const hasPlace = options <= OPTIONS_MOST && (decision.kind === "ELECTION" || !decision.byElection);
  const sound = hasPlace && {
    YES_NO: options === 0 && decision.seats === 0,
    CHOICE: options >= 1 && decision.seats === 0,
    ELECTION: options >= 1 && decision.seats >= 1,
  }[decision.kind];
  decision.code = KINDS[decision.kind];
  decision.columns = { YES_NO: 3, CHOICE: options + 2, ELECTION: options + decision.seats }[decision.kind];
  decision.sum = decision.kind === "ELECTION" ? decision.seats : 1;
  if (!sound) throw new NotABundle("FORM", "bundle.json");
}

function readRoll(bytes, name, voteKey) {
  return read(bytes, name, voteKey, (reader) => {
    const number = reader.u16();
    const count = reader.u32();
    if (name !== `rolls/${number}.bin` || count > ROLL_ENTRIES_MOST || reader.left !== count * ENTRY_SIZE) {
      throw new NotABundle("FORM", name);
    }
    return { number, count, entries: reader.take(reader.left) };
  });
}

function readLeaves(bytes, voteKey) {
  return read(bytes, "leaves.bin", voteKey, (reader) => {
    const count = reader.u32();
    const leaves = [];
    for (let i = 0; i < count; i++) leaves.push(reader.take(reader.u32()));
    if (reader.left) throw new NotABundle("FORM", "leaves.bin");
    return leaves;
  });
}

function read(bytes, name, voteKey, body) {
  const reader = new Reader(bytes);
  try {
    if (reader.u8() !== 1 || reader.u8() !== SUITE || reader.id() !== voteKey) throw new NotABundle("FORM", name);
    return body(reader);
  } catch (error) {
    throw error instanceof Short ? new NotABundle("FORM", name) : error;
  }
}

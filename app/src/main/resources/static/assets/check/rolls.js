// The rolls: order, points, fingerprint and total area. docs/recount.md sections 2 and 8, "Roll" and "Rules".
import { ENTRY_SIZE } from "./bundle.js";
import { hex, join, tag, text, u16, u32, u64, u8, unhex } from "./bytes.js";
import { isCommitteeSize, isOfKnownClass, packOf } from "./packs.js";
import { onlyOne } from "./count.js";
import { Sum } from "./curve.js";
import { commit, hash, point } from "./suite.js";
import { Tree } from "./tree.js";

/** @returns the pack, or null when the vote names none that was in force */
export function checkRules(bundle, faults) {
  const pack = packOf(bundle.rulePack);
  if (!pack) faults.add("PACK_UNKNOWN", "rules");
  else if (pack.articles.join("\n") !== bundle.rulePack.articles.join("\n")) faults.add("ARTICLES_DIFFER", "rules");
  for (const decision of bundle.decisions) {
    const place = `decision/${decision.number}`;
    if (!isOfKnownClass(decision)) faults.add("CLASS_UNKNOWN", place);
    const isCommittee = decision.kind === "ELECTION" && !decision.byElection;
    if (isCommittee && pack && !isCommitteeSize(decision.seats, pack)) faults.add("SEATS_UNLAWFUL", place);
  }
  return pack;
}

/** @returns rolls by number: count, root, total area, and where each entry stands with its commitment */
export async function checkRolls(bundle, faults, step) {
  const rolls = new Map();
  for (const file of bundle.rolls) {
    rolls.set(file.number, await checkRoll(file, bundle.openings, faults, step));
  }
  for (const decision of bundle.decisions) {
    if (!rolls.has(decision.rollNo)) faults.add("ROLL_MISSING", `decision/${decision.number}/roll/${decision.rollNo}`);
  }
  return rolls;
}

async function checkRoll(file, openings, faults, step) {
  const place = `roll/${file.number}`;
  const tree = new Tree();
  const entries = new Map();
  const sum = new Sum();
  let before = "";
  for (let i = 0; i < file.count; i++) {
    const bytes = file.entries.subarray(i * ENTRY_SIZE, (i + 1) * ENTRY_SIZE);
    const id = hex(bytes.subarray(0, 16));
    if (id <= before) faults.add("ROLL_ORDER", `${place}/entry/${i}`);
    before = id;
    const W = point(bytes.subarray(16));
    if (W) sum.add(W);
    else faults.add("ROLL_POINT", `${place}/entry/${i}`);
    if (!entries.get(id)?.W) entries.set(id, { W, bytes: bytes.subarray(16) });
    tree.add(bytes);
    await step("roll", i + 1, file.count);
  }
  const roll = { number: file.number, count: file.count, root: hex(tree.root()), entries, area: null };
  checkTotal(roll, sum, openings, place, faults);
  return roll;
}

function checkTotal(roll, sum, openings, place, faults) {
  const total = onlyOne(openings.rolls, (opened) => opened.rollNo === roll.number);
  if (!total) {
    faults.add("ROLL_TOTAL_MISSING", place);
    return;
  }
  if (total.heads !== roll.count) faults.add("ROLL_HEADS", place);
  if (!sum.equals(commit(0n, total.areaDm2, total.blinding))) faults.add("ROLL_AREA", place);
  roll.area = total.areaDm2;
}

/** What binds all that is proven of a decision. */
export function contextOf(decision, roll, voteKey) {
  return hash(tag("linli/decision"), u8(1), unhex(voteKey), u16(roll.number), u32(roll.count), unhex(roll.root),
    u16(decision.number), u8(decision.code), u16(decision.columns), u16(decision.sum));
}

/** Digest of the ballot paper, section 7.1. */
export function paperDigest({ vote, rulePack, decisions }) {
  const flag = (value) => u8(value ? 1 : 0);
  return hex(hash(
    tag("linli/paper"), unhex(vote.key), text(vote.community), text(vote.title), u64(vote.opensAtMicros),
    text(rulePack.code), text(rulePack.division), text(rulePack.noticedOn),
    u16(rulePack.articles.length), ...rulePack.articles.map(text),
    u16(decisions.length), ...decisions.map((decision) => join(
      u16(decision.number), u8(decision.code), text(decision.class), text(decision.title),
      u16(decision.options.length), ...decision.options.map(text),
      u16(decision.seats), u16(decision.rollNo), flag(decision.reducesEven), flag(decision.alternates),
      flag(decision.byElection))),
  ));
}

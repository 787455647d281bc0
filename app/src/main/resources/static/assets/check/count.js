// Openings, the four fractions and the outcome. docs/recount.md sections 7.2 and 8, "Count" and "Outcome".
import { Sum } from "./curve.js";
import { isCommitteeSize, isOfKnownClass } from "./packs.js";
import { commit } from "./suite.js";

const APART_FROM_HEADS = 5;

/** @returns what is to be said of each decision; figures are whole numbers of heads and of 0.01 m² */
export function checkCount(bundle, rolls, tallies, pack, faults) {
  return bundle.decisions.map((decision) => {
    const opened = onlyOne(bundle.openings.decisions, (one) => one.decision === decision.number);
    const tally = tallies.get(decision.number);
    const place = `decision/${decision.number}`;
    const result = { number: decision.number, kind: decision.kind, class: decision.class, title: decision.title };
    if (!opened) faults.add("OPENING_MISSING", place);
    if (!opened || !checkColumns(decision, opened, place, faults)) return result;
    checkSums(decision, opened, tally, place, faults);
    const voted = votedOf(decision, opened);
    checkTurnout(decision, opened, voted, tally, place, faults);
    const roll = rolls.get(decision.rollNo);
    if (!roll || roll.area === null) return result;
    Object.assign(result, { total: { heads: roll.count, area: roll.area }, voted });
    result.options = opened.columns.map((column) => ({
      labels: column.of.map((no) => labelOf(decision, no)),
      agreed: { heads: column.heads, area: column.areaDm2 },
    }));
    if (isOfKnownClass(decision)) {
      checkOutcome({ decision, result, declared: declaredOf(bundle, decision), pack, place, faults });
    }
    return result;
  });
}

/** What is there twice is as good as missing: nobody can say which of the two holds. */
export function onlyOne(items, isMeant) {
  const meant = items.filter(isMeant);
  return meant.length === 1 ? meant[0] : undefined;
}

const deciding = (decision) => (decision.kind === "YES_NO" ? 1 : decision.options.length);
const declaredOf = (bundle, decision) => onlyOne(bundle.declared, (one) => one.decision === decision.number);

function labelOf(decision, no) {
  if (decision.kind === "YES_NO") return { word: ["AGREE", "OPPOSE", "ABSTAIN"][no - 1] };
  if (no <= decision.options.length) return { text: decision.options[no - 1] };
  return { word: no === decision.options.length + 1 ? "NONE" : "ABSTAIN" };
}

/** Columns that decide stand alone, first; the last two apart only where both have 5 heads. */
function checkColumns(decision, opened, place, faults) {
  const own = deciding(decision);
  const alone = Array.from({ length: own }, (_, i) => [i + 1]);
  const [first, second] = [own + 1, own + 2];
  const lawful = decision.kind === "ELECTION"
    ? [alone]
    : [[...alone, [first], [second]], [...alone, [first, second]]];
  const given = JSON.stringify(opened.columns.map((column) => column.of));
  const isApart = decision.kind !== "ELECTION" && opened.columns.length === own + 2;
  const isShown = !isApart || opened.columns.slice(-2).every((column) => column.heads >= APART_FROM_HEADS);
  const holds = lawful.some((columns) => JSON.stringify(columns) === given) && isShown
    && (decision.kind === "ELECTION") === Boolean(opened.turnout);
  if (!holds) faults.add("OPENING_COLUMNS", place);
  return holds;
}

function checkSums(decision, opened, tally, place, faults) {
  for (const column of opened.columns) {
    const sum = column.of.reduce((total, no) => total.plus(tally.columns[no - 1]), new Sum());
    if (!sum.equals(commit(BigInt(column.heads), column.areaDm2, column.blinding))) {
      faults.add("OPENING_SUM", `${place}/column/${column.of[0]}`);
    }
  }
}

function votedOf(decision, opened) {
  const parts = opened.turnout ? [opened.turnout] : opened.columns;
  return {
    heads: parts.reduce((sum, part) => sum + part.heads, 0),
    area: parts.reduce((sum, part) => sum + part.areaDm2, 0n),
  };
}

function checkTurnout(decision, opened, voted, tally, place, faults) {
  if (voted.heads !== tally.parts) faults.add("TURNOUT_HEADS", place);
  if (!opened.turnout) return;
  const { areaDm2, blinding } = opened.turnout;
  if (!tally.entries.equals(commit(0n, areaDm2, blinding))) faults.add("TURNOUT_AREA", place);
}

function checkOutcome({ decision, result, declared, pack, place, faults }) {
  const own = result.options.slice(0, deciding(decision));
  if (!isPossible(decision, own.map(({ agreed }) => agreed), result)) {
    faults.add("TALLY_IMPOSSIBLE", place);
    return;
  }
  for (const option of own) option.outcome = outcomeOf(decision.class, result.total, result.voted, option.agreed);
  const chosen = chosenOf(decision, own, declared?.lots ?? [], pack);
  result.elected = chosen?.map((no) => labelOf(decision, no));
  if (!declared) {
    faults.add("DECLARED_MISSING", place);
    return;
  }
  const outcomes = own.map((option) => option.outcome);
  if (outcomes.join() !== declared.outcomes.join()) faults.add("OUTCOME_DIFFERS", place);
  if (chosen && chosen.join() !== declared.chosen.join()) faults.add("CHOSEN_DIFFERS", place);
}

/** Those who agree to one of several options cannot be more than all who took part; marks in an election can. */
function isPossible(decision, agreed, { total, voted }) {
  const all = { heads: agreed.reduce((sum, one) => sum + one.heads, 0), area: agreed.reduce((sum, one) => sum + one.area, 0n) };
  return agreed.every((one) => isTally(total, voted, one)) && (decision.kind !== "CHOICE" || isTally(total, voted, all));
}

const isTally = (total, voted, agreed) => total.heads > 0 && total.area > 0n
  && voted.heads <= total.heads && voted.area <= total.area
  && agreed.heads <= voted.heads && agreed.area <= voted.area;

/** Civil Code art. 278: two thirds take part, more than half or three quarters of them agree, by area and by heads. */
export function outcomeOf(decisionClass, total, voted, agreed) {
  const units = ["heads", "area"].map((unit) => [total, voted, agreed].map((weight) => BigInt(weight[unit])));
  if (!units.every(([T, P]) => 3n * P >= 2n * T)) return "NO_VALID_DECISION";
  const passes = decisionClass === "SPECIAL" ? ([, P, Y]) => 4n * Y >= 3n * P : ([, P, Y]) => 2n * Y > P;
  return units.every(passes) ? "PASSED" : "REJECTED";
}

/** Null where nobody can say: an election of a committee under no known pack, or of a size that it does not allow. */
function chosenOf(decision, own, lots, pack) {
  const passed = own.map((option, i) => ({ ...option, no: i + 1 })).filter((option) => option.outcome === "PASSED");
  if (decision.kind === "YES_NO") return [];
  if (decision.kind === "CHOICE") return passed.map((option) => option.no);
  if (!decision.byElection && (pack === null || !isCommitteeSize(decision.seats, pack))) return null;
  return elect(passed, placesFor(passed.length, decision, pack), lots);
}

/** By agreeing heads, then area, then lots; those level at the last place wait for lots. */
function elect(passed, places, lots) {
  const lot = (candidate) => (lots.includes(candidate.no) ? lots.indexOf(candidate.no) : lots.length);
  const compare = (one, other) => other.agreed.heads - one.agreed.heads
    || Number(other.agreed.area - one.agreed.area)
    || lot(one) - lot(other);
  const ranked = passed.sort(compare);
  const last = ranked[places - 1];
  const isLevel = places > 0 && places < ranked.length && compare(last, ranked[places]) === 0;
  return ranked.slice(0, places)
    .filter((candidate) => !isLevel || compare(candidate, last) !== 0)
    .map((candidate) => candidate.no);
}

/** An even result of a committee loses one where its rules say so; a by-election fills what is vacant. */
function placesFor(passed, { seats, reducesEven, byElection }, pack) {
  const places = Math.min(passed, seats);
  return !byElection && reducesEven && places % 2 === 0 && places > pack.committeeFewest ? places - 1 : places;
}

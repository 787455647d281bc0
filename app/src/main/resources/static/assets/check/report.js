// Says what was checked, line by line, as ./linli verify does.
import { topicOf, word } from "./words.js";

const FAULTS_SHOWN = 200;
const TOPICS = ["RULES", "ROLL", "RECORD", "HEADS", "BALLOTS", "COUNT", "OUTCOME"];

/** @param own fingerprint of the key of the installation that the page is of */
export function show(report, place, own) {
  place.append(
    element("h2", { className: "h3" }, `${report.vote.community} · ${report.vote.title}`),
    lines(report, own),
    ...faults(report),
    ...report.decisions.flatMap(decision),
  );
}

function lines(report, own) {
  const broken = new Set(report.faults.map((fault) => topicOf(fault.name)));
  return element("ul", { className: "plain-list mb-3" }, ...TOPICS.map((topic) => {
    const holds = !broken.has(topic);
    const mark = element("span", { className: holds ? "badge bg-green-lt me-2" : "badge bg-red-lt me-2" },
      word(holds ? "line.holds" : "line.broken"));
    const line = element("li", {}, mark, element("strong", {}, word(`topic.${topic}`)));
    line.dataset.topic = topic;
    line.dataset.holds = String(holds);
    for (const text of facts(topic, report, own)) line.append(element("div", { className: "text-break" }, text));
    return line;
  }));
}

function facts(topic, { rulePack, rolls, record, heads, parts }, own) {
  switch (topic) {
    case "RULES": return [word("fact.rules", rulePack.code, rulePack.noticedOn), rulePack.articles.join(" · ")];
    case "ROLL": return rolls.flatMap((roll) => [
      word("fact.roll", roll.number, roll.count, roll.area === null ? "—" : squareMetres(roll.area)),
      word("fact.root", roll.root),
    ]);
    case "RECORD": return [word("fact.record", record.leaves, record.ballots), word("fact.papers", record.papers, record.annulled)];
    case "HEADS": return [word("fact.heads", heads.count, heads.seen), word("fact.key", heads.fingerprint),
      word(heads.fingerprint === own ? "fact.key.own" : "fact.key.other")];
    case "BALLOTS": return [word("fact.ballots", parts)];
    default: return [];
  }
}

function faults({ faults: found, faultCount }) {
  if (!faultCount) return [];
  const items = found.slice(0, FAULTS_SHOWN).map(({ name, place }) => {
    const item = element("li", {},
      element("code", {}, name), " · ", element("code", {}, place),
      element("div", {}, word(`fault.${name}`)));
    item.dataset.fault = name;
    return item;
  });
  const list = element("ul", { className: "plain-list mb-3" }, ...items);
  const rest = faultCount - items.length;
  return [element("h2", { className: "h3" }, word("faults")), list,
    ...(rest > 0 ? [element("p", {}, word("faults.more", rest))] : [])];
}

function decision(one) {
  const heading = element("h2", { className: "h3 mt-4" }, word("decision", one.number, one.title));
  if (!one.options) return [heading, element("p", {}, word("decision.unopened"))];
  const head = element("tr", {}, ...["", word("heads"), word("area")].map((text) => element("th", { scope: "col" }, text)));
  const rows = [
    row(word("total"), String(one.total.heads), squareMetres(one.total.area)),
    shareRow(word("voted"), one.voted, one.total, [2n, 3n, false]),
    ...one.options.map((option) => (option.outcome === undefined
      ? row(label(option), String(option.agreed.heads), squareMetres(option.agreed.area))
      : shareRow(label(option), option.agreed, one.voted, one.class === "SPECIAL" ? [3n, 4n, false] : [1n, 2n, true]))),
  ];
  const table = element("table", { className: "table" }, element("thead", {}, head), element("tbody", {}, ...rows));
  return [heading, element("p", {}, word(`class.${one.class}`)),
    element("div", { className: "table-wrap" }, table), ...outcomes(one)];
}

function outcomes(one) {
  const said = one.options.filter((option) => option.outcome)
    .map((option) => element("li", {}, `${label(option)}: ${word(`outcome.${option.outcome}`)}`));
  const elected = one.elected?.length && one.kind !== "YES_NO"
    ? [element("p", {}, word("chosen", one.elected.map(name).join(" · ")))] : [];
  return [element("ul", { className: "plain-list" }, ...said), ...elected];
}

const label = (option) => option.labels.map(name).join(" + ");
const name = ({ text, word: key }) => text ?? word(`option.${key}`);

/** Part of a whole in both units, with whether it reaches the legal share. */
function shareRow(title, part, whole, threshold) {
  const cell = (unit, print) => {
    const reached = reaches(BigInt(part[unit]), BigInt(whole[unit]), threshold);
    return `${print(part[unit])} / ${print(whole[unit])} ${word(reached ? "reached" : "missed")}`;
  };
  return row(title, cell("heads", String), cell("area", squareMetres));
}

function reaches(part, whole, [up, down, isMore]) {
  return isMore ? down * part > up * whole : down * part >= up * whole;
}

function row(title, ...cells) {
  return element("tr", {}, element("th", { scope: "row" }, title), ...cells.map((cell) => element("td", {}, cell)));
}

/** Of 0.01 m². */
function squareMetres(area) {
  return `${area / 100n}.${String(area % 100n).padStart(2, "0")} m²`;
}

function element(tag, properties, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

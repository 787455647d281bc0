// The rule packs a vote may name, written down a second time: a verifier that asked the server for them would believe it.

/** Civil Code arts. 278 and 1259; Taizhou regulation arts. 16 (thresholds) and 19 (sizes of a committee). */
export const PACKS = [{
  code: "taizhou-2021",
  division: "3310",
  inForceFrom: "2021-05-01",
  articles: ["CIVIL_CODE 278", "CIVIL_CODE 1259", "TAIZHOU_REGULATION 16"],
  committeeFewest: 5,
  committeeMost: 11,
}];

/** The pack in force in a division on a day, if its code is the one that was named; else null. */
export function packOf({ code, division, noticedOn }) {
  if (!isDay(noticedOn)) return null;
  const inForce = PACKS
    .filter((pack) => division.startsWith(pack.division) && noticedOn >= pack.inForceFrom)
    .sort((one, other) => (one.inForceFrom < other.inForceFrom ? 1 : -1))[0];
  return inForce && inForce.code === code ? inForce : null;
}

/** Whether the text is a day of the calendar, written YYYY-MM-DD. */
function isDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Each candidate of an election is an ordinary decision. */
export const isOfKnownClass = ({ kind, class: its }) =>
  its === "ORDINARY" || (its === "SPECIAL" && kind !== "ELECTION");

/** Odd, within the pack's limits. */
export const isCommitteeSize = (seats, { committeeFewest, committeeMost }) =>
  seats % 2 === 1 && seats >= committeeFewest && seats <= committeeMost;

// Walks the record leaf by leaf and holds each against what came before. docs/recount.md section 8, "Record" and "Roll".
import { decodeLeaf, LEAF } from "./leaves.js";
import { paperDigest } from "./rolls.js";

/** What the record says, and everything in it that breaks the ledger's rules. */
export class RecordWalk {
  /** Of each kind of leaf that may stand once: its place. */
  open = null;
  close = null;
  firstBallot = null;
  lastBallotWithoutSerial = null;
  ballotCount = 0;
  annulledCount = 0;
  paperCount = 0;
  /** Ballots by entry and attempt. */
  #ballots = new Map();
  #counted = new Map();
  #papers = new Map();
  #rollLeaves = new Map();

  constructor(bundle, rolls, faults) {
    this.bundle = bundle;
    this.rolls = rolls;
    this.faults = faults;
  }

  add(bytes, no) {
    const leaf = decodeLeaf(bytes);
    if (!leaf) {
      this.#fault("LEAF_MALFORMED", no);
      return;
    }
    if (leaf.vote !== this.bundle.vote.key) {
      this.#fault("LEAF_ELSEWHERE", no);
      return;
    }
    this.#requireBeforeClose(leaf, no);
    switch (leaf.kind) {
      case LEAF.BALLOT: this.#ballot(leaf, no); break;
      case LEAF.ANNULMENT: this.#annulment(leaf, no); break;
      case LEAF.PAPER_ISSUED: this.#issued(leaf, no); break;
      case LEAF.PAPER_RETURNED: this.#returned(leaf, no); break;
      case LEAF.PAPER_VOIDED: this.#voided(leaf, no); break;
      case LEAF.CLOSE: this.#closed(leaf, no); break;
      case LEAF.ROLL: this.#roll(leaf, no); break;
      case LEAF.OPEN: this.#opened(leaf, no); break;
    }
  }

  finish() {
    if (this.open === null) this.faults.add("OPEN_MISSING", "record");
    if (this.close === null) this.faults.add("CLOSE_MISSING", "record");
    for (const roll of this.rolls.values()) this.#requireRecorded(roll);
  }

  /** Leaf numbers of the ballots that count: each entry's last one that is not annulled. */
  countedLeaves() {
    const leaves = new Set();
    for (const attempts of this.#counted.values()) {
      const standing = attempts.filter((ballot) => !ballot.annulled);
      if (standing.length) leaves.add(standing.at(-1).no);
    }
    return leaves;
  }

  #requireBeforeClose(leaf, no) {
    const hasOwnFault = [LEAF.BALLOT, LEAF.ANNULMENT, LEAF.PAPER_RETURNED, LEAF.CLOSE, LEAF.ROLL, LEAF.OPEN];
    if (this.close === null || hasOwnFault.includes(leaf.kind)) return;
    this.#fault("LEAF_AFTER_CLOSE", no);
  }

  #ballot(leaf, no) {
    this.firstBallot ??= no;
    this.ballotCount++;
    if (this.open === null) this.#fault("BALLOT_BEFORE_OPEN", no);
    if (!leaf.serial) this.lastBallotWithoutSerial = no;
    if (!leaf.serial && this.close !== null) this.#fault("BALLOT_AFTER_CLOSE", no);
    if (!this.#isOnARoll(leaf.entry)) this.#fault("ENTRY_UNKNOWN", no);
    this.#attempt(leaf, no);
    if (leaf.serial) this.#used(leaf, no);
  }

  #attempt({ entry, attempt }, no) {
    const key = `${entry}/${attempt}`;
    const ballot = { no, annulled: false };
    if (this.#ballots.has(key)) {
      this.#fault("BALLOT_TWICE", no);
    } else {
      if (attempt > 1 && !this.#ballots.get(`${entry}/${attempt - 1}`)?.annulled) this.#fault("ATTEMPT_UNRULED", no);
      this.#ballots.set(key, ballot);
    }
    if (!this.#counted.has(entry)) this.#counted.set(entry, []);
    this.#counted.get(entry).push(ballot);
  }

  #annulment({ entry, attempt }, no) {
    const ballot = this.#ballots.get(`${entry}/${attempt}`);
    if (!ballot) {
      this.#fault("ANNULMENT_UNFOUNDED", no);
    } else if (ballot.annulled) {
      this.#fault("ANNULMENT_TWICE", no);
    } else {
      ballot.annulled = true;
      this.annulledCount++;
    }
  }

  #issued({ serial, entry }, no) {
    if (!this.#isOnARoll(entry)) this.#fault("ENTRY_UNKNOWN", no);
    const paper = this.#paper(serial);
    if (paper.entry !== null) this.#fault("SERIAL_TWICE", no);
    else this.paperCount++;
    paper.entry = entry;
  }

  #returned({ serial }, no) {
    const paper = this.#paper(serial);
    if (paper.entry === null) this.#fault("SERIAL_UNISSUED", no);
    if (this.close !== null) this.#fault("SERIAL_LATE", no);
    if (paper.returned !== null) {
      this.#fault("SERIAL_TWICE", no);
      return;
    }
    paper.returned = no;
    paper.isLate = this.close !== null;
  }

  #voided({ serial }, no) {
    const paper = this.#paper(serial);
    if (paper.entry === null) this.#fault("SERIAL_UNISSUED", no);
    if (paper.isUsed) this.#fault("SERIAL_VOID", no);
    paper.isVoid = true;
  }

  #used({ serial, entry }, no) {
    const paper = this.#paper(serial);
    if (paper.entry === null) this.#fault("SERIAL_UNISSUED", no);
    else if (paper.entry !== entry) this.#fault("SERIAL_OTHER_ENTRY", no);
    if (paper.returned === null) this.#fault("SERIAL_UNRETURNED", no);
    if (paper.isLate) this.#fault("SERIAL_LATE", no);
    if (paper.isVoid) this.#fault("SERIAL_VOID", no);
    if (paper.isUsed) this.#fault("SERIAL_TWICE", no);
    paper.isUsed = true;
  }

  #paper(serial) {
    if (!this.#papers.has(serial)) {
      this.#papers.set(serial, { entry: null, returned: null, isLate: false, isVoid: false, isUsed: false });
    }
    return this.#papers.get(serial);
  }

  #closed(leaf, no) {
    if (this.close !== null) {
      this.#fault("CLOSE_TWICE", no);
      return;
    }
    this.close = no;
    const { deadlineMicros, extension } = this.bundle.vote;
    if (leaf.deadline !== deadlineMicros || leaf.extension !== extension) this.#fault("DEADLINE_DIFFERS", no);
  }

  #opened(leaf, no) {
    if (this.open !== null) {
      this.#fault("OPEN_TWICE", no);
      return;
    }
    if (this.close !== null) this.#fault("LEAF_AFTER_CLOSE", no);
    this.open = no;
    if (leaf.opensAt !== this.bundle.vote.opensAtMicros) this.#fault("OPENING_TIME_DIFFERS", no);
    if (leaf.paper !== paperDigest(this.bundle)) this.#fault("PAPER_DIFFERS", no);
  }

  #roll(leaf, no) {
    if (this.close !== null) this.#fault("LEAF_AFTER_CLOSE", no);
    if (this.firstBallot !== null) this.#fault("ROLL_LATE", no);
    else this.#rollLeaves.set(leaf.roll, leaf);
  }

  #requireRecorded(roll) {
    const leaf = this.#rollLeaves.get(roll.number);
    if (!leaf) this.faults.add("ROLL_UNRECORDED", `roll/${roll.number}`);
    else if (leaf.count !== roll.count || leaf.root !== roll.root) this.faults.add("ROLL_FINGERPRINT", `roll/${roll.number}`);
  }

  #isOnARoll(entry) {
    return [...this.rolls.values()].some((roll) => roll.entries.has(entry));
  }

  #fault(name, no) { this.faults.add(name, `leaf/${no}`); }
}

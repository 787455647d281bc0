package org.linli.ledger.bundle;

/** What may not hold. The names are stable: both verifiers, the pages and the tests use them. */
public enum Fault {
    /** The rule pack is not the one in force there on the day of the notice. */
    PACK_UNKNOWN(Topic.RULES),
    /** The articles named are not those the thresholds rest on. */
    ARTICLES_DIFFER(Topic.RULES),
    /** The class of a decision is neither ORDINARY nor SPECIAL, or that of an election is not ORDINARY. */
    CLASS_UNKNOWN(Topic.RULES),
    /** An election that is no by-election has as many seats as no committee may have. */
    SEATS_UNLAWFUL(Topic.RULES),
    /** A decision names a roll that is not there. */
    ROLL_MISSING(Topic.ROLL),
    /** An entry does not stand behind the one before it, or is there twice. */
    ROLL_ORDER(Topic.ROLL),
    /** An entry commits to nothing. */
    ROLL_POINT(Topic.ROLL),
    /** No line of the record fixes the roll. */
    ROLL_UNRECORDED(Topic.ROLL),
    /** The roll is not the one fixed in the record before the first ballot. */
    ROLL_FINGERPRINT(Topic.ROLL),
    /** The roll was changed after the first ballot. */
    ROLL_LATE(Topic.ROLL),
    /** TH is not the number of entries. */
    ROLL_HEADS(Topic.ROLL),
    /** TA is not what the entries sum to. */
    ROLL_AREA(Topic.ROLL),
    /** The totals of the roll are not opened. */
    ROLL_TOTAL_MISSING(Topic.ROLL),
    /** A line of the record is not in its one form. */
    LEAF_MALFORMED(Topic.RECORD),
    /** A line belongs to another vote. */
    LEAF_ELSEWHERE(Topic.RECORD),
    /** Nothing says that the vote opened. */
    OPEN_MISSING(Topic.RECORD),
    /** The vote opened twice. */
    OPEN_TWICE(Topic.RECORD),
    /** The ballot paper is not the one fixed at the opening. */
    PAPER_DIFFERS(Topic.RECORD),
    /** The window does not begin when the record says. */
    OPENING_TIME_DIFFERS(Topic.RECORD),
    /** A ballot stands before the opening. */
    BALLOT_BEFORE_OPEN(Topic.RECORD),
    /** Nothing says that the vote closed. */
    CLOSE_MISSING(Topic.RECORD),
    /** The vote closed twice. */
    CLOSE_TWICE(Topic.RECORD),
    /** The deadline or extension is not the one in the record. */
    DEADLINE_DIFFERS(Topic.RECORD),
    /** A line that may not follow the close follows it. */
    LEAF_AFTER_CLOSE(Topic.RECORD),
    /** A ballot without paper stands after the close. */
    BALLOT_AFTER_CLOSE(Topic.RECORD),
    /** A line names an entry that is on no roll. */
    ENTRY_UNKNOWN(Topic.RECORD),
    /** An entry has two ballots of one attempt. */
    BALLOT_TWICE(Topic.RECORD),
    /** A later attempt without the annulment of the one before. */
    ATTEMPT_UNRULED(Topic.RECORD),
    /** An annulment of a ballot that is not there. */
    ANNULMENT_UNFOUNDED(Topic.RECORD),
    /** A ballot is annulled twice. */
    ANNULMENT_TWICE(Topic.RECORD),
    /** A paper was given out, came back or was used twice. */
    SERIAL_TWICE(Topic.RECORD),
    /** A paper that was never given out. */
    SERIAL_UNISSUED(Topic.RECORD),
    /** A paper that was given out for another entry. */
    SERIAL_OTHER_ENTRY(Topic.RECORD),
    /** A ballot from a paper that had not come back. */
    SERIAL_UNRETURNED(Topic.RECORD),
    /** A paper that came back after the close. */
    SERIAL_LATE(Topic.RECORD),
    /** A ballot from a void paper. */
    SERIAL_VOID(Topic.RECORD),
    /** The seal key is no key. */
    KEY_MALFORMED(Topic.HEADS),
    /** The seal key is not the one that was expected. */
    KEY_DIFFERS(Topic.HEADS),
    /** A head is not signed by the seal key. */
    HEAD_SIGNATURE(Topic.HEADS),
    /** A head is not the head of this record. */
    HEAD_ROOT(Topic.HEADS),
    /** A head is smaller or earlier than the one before. */
    HEAD_ORDER(Topic.HEADS),
    /** A head covers more than the record holds. */
    HEAD_BEYOND(Topic.HEADS),
    /** The last head does not cover the whole record. */
    FINAL_HEAD_MISSING(Topic.HEADS),
    /** A head seen earlier is not signed by the seal key. */
    SEEN_SIGNATURE(Topic.HEADS),
    /** A head seen earlier is not part of this record: it was rewritten. */
    SEEN_REWRITTEN(Topic.HEADS),
    /** A ballot was in the record before the window began. */
    BALLOT_EARLY(Topic.HEADS),
    /** No head within a minute of the deadline covers a ballot without paper. */
    BALLOT_LATE(Topic.HEADS),
    /** The close was in the record before the deadline. */
    CLOSED_EARLY(Topic.HEADS),
    /** A part is not of the decision's shape, or its entry is not on the roll. */
    PART_SHAPE(Topic.BALLOTS),
    /** A part holds what is no point of the curve. */
    PART_POINT(Topic.BALLOTS),
    /** A column is not proven to hold 0 or 1. */
    OPTION_PROOF(Topic.BALLOTS),
    /** The columns are not proven to sum to what the decision asks for. */
    SUM_PROOF(Topic.BALLOTS),
    /** A decision is not opened, or twice. */
    OPENING_MISSING(Topic.COUNT),
    /** The columns opened are not all columns once. */
    OPENING_COLUMNS(Topic.COUNT),
    /** Heads and area are not what the counted ballots sum to. */
    OPENING_SUM(Topic.COUNT),
    /** Those who took part are not as many as the ballots counted. */
    TURNOUT_HEADS(Topic.COUNT),
    /** The area that took part is not what the roll says of the ballots counted. */
    TURNOUT_AREA(Topic.COUNT),
    /** More took part than may, or more agreed than took part. */
    TALLY_IMPOSSIBLE(Topic.OUTCOME),
    /** Nothing is announced of a decision, or twice. */
    DECLARED_MISSING(Topic.OUTCOME),
    /** The outcome announced is not what the figures decide. */
    OUTCOME_DIFFERS(Topic.OUTCOME),
    /** Those announced as adopted or elected are not those the figures choose. */
    CHOSEN_DIFFERS(Topic.OUTCOME);

    private final Topic topic;

    Fault(Topic topic) {
        this.topic = topic;
    }

    public Topic topic() {
        return topic;
    }
}

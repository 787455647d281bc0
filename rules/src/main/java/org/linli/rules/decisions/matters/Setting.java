package org.linli.rules.decisions.matters;

/** A number that a rule pack sets. Limits are inclusive on both sides. */
public enum Setting {
    /** Fewest days between the notice and the opening, the day of the notice not counted. */
    NOTICE_DAYS,
    WINDOW_FEWEST_DAYS,
    WINDOW_MOST_DAYS,
    /** First day of the notice on which the roll may be challenged. */
    CHALLENGE_FIRST_DAY,
    CHALLENGE_LAST_DAY,
    /** Fewest days an undeliverable ballot hangs in the area. */
    DELIVERY_POSTING_DAYS,
    /** Fewest days candidates are posted before the opening. */
    CANDIDATE_POSTING_DAYS,
    /** Fewest days the preliminary result is open to objections. */
    OBJECTION_DAYS,
    /** Days from the decision to the filing. */
    FILING_DAYS,
    /** Days from the new committee's start to the hand-over. */
    HANDOVER_DAYS,
    /** Years in which an owner may ask a court to revoke. */
    COURT_YEARS,
    COMMITTEE_FEWEST,
    COMMITTEE_MOST,
    COMMITTEE_TERM_FEWEST_YEARS,
    COMMITTEE_TERM_MOST_YEARS,
    PREPARATORY_FEWEST,
    PREPARATORY_MOST,
    /** Days from the formation of a preparatory group to the posting of its list. */
    PREPARATORY_LIST_DAYS,
    /** Days from the formation of a preparatory group to the first meeting. */
    FIRST_MEETING_DAYS,
    /** Working days in which the developer hands over data after the notice. */
    DEVELOPER_DATA_WORKING_DAYS,
    /** Days in which owners sign a proposal; what a fifth has not signed by then has ended. */
    PROPOSAL_DAYS,
    /** By what a fifth of the owners is counted: 1 by heads alone, 2 by heads and by area, each of which must reach it. */
    PROPOSAL_AXES,
    /** Days in which a vote is called after a fifth of the owners proposed it. */
    SPECIAL_MEETING_DAYS,
    /** Fewest days a committee's topics hang before its meeting. */
    COMMITTEE_TOPIC_DAYS,
    /** Days in which a committee's decision is posted. */
    COMMITTEE_POSTING_DAYS,
    /** Most owner-persons one proxy may stand for. */
    PROXY_CAP,
    /** Most extensions of a window, outages apart. */
    EXTENSIONS,
    /** Days before a contract's end on which the committee calls the vote on renewal. */
    RENEWAL_VOTE_DAYS,
    /** Days before a contract's end by which a company says that it will not renew. */
    NON_RENEWAL_NOTICE_DAYS,
    /** Days of notice before a dismissal takes effect. */
    DISMISSAL_NOTICE_DAYS,
    /** Days after the end by which the old company leaves. */
    EXIT_DAYS
}

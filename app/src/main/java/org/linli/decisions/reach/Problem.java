package org.linli.decisions.reach;

/** Why an act was refused. Text key {@code reach.refused.<NAME>}; the code is stable in logs and documents. */
public enum Problem {
    NOT_FROZEN("DEC-301"),
    NOT_OPEN("DEC-302"),
    NO_SUCH_HOME("DEC-303"),
    NOTHING_CHOSEN("DEC-304"),
    REASON_MISSING("DEC-305"),
    FILE_MISSING("DEC-306"),
    FILE_TYPE("DEC-307"),
    FILE_TOO_LARGE("DEC-308"),
    DAY_NOT_POSSIBLE("DEC-309"),
    OVERTAKEN("DEC-310"),
    ANSWER_MISSING("DEC-311"),
    TOO_MANY_MARKS("DEC-312"),
    HAS_VOTED("DEC-313"),
    /** The owner sold the home, or the co-owners named another one of them. */
    NO_VOTE("DEC-314"),
    /** Three reminders are the most, one a day. */
    REMINDED_ENOUGH("DEC-320"),
    REMINDED_TODAY("DEC-321"),
    NO_CONTACT("DEC-322"),
    QUIET_HOURS("DEC-323"),
    /** Sundays and public holidays. */
    QUIET_DAY("DEC-324"),
    /** A rehearsal is nobody's news. */
    REHEARSAL("DEC-325"),
    PAPER_OUT("DEC-330"),
    PAPER_VOIDED("DEC-331"),
    PAPER_RETURNED_ALREADY("DEC-332"),
    PAPER_NOT_RETURNED("DEC-333"),
    PAPER_TOO_LATE("DEC-334"),
    PAPER_COUNTED("DEC-335"),
    SCAN_MISSING("DEC-336"),
    /** The second reading, and the third, are another person's. */
    SAME_PERSON("DEC-337"),
    STREET_LOOKS("DEC-338"),
    READ_ALREADY("DEC-339"),
    /** The entry's other ballot came first; the paper does not count. */
    VOTED_OTHERWISE("DEC-340"),
    BALLOT_REFUSED("DEC-341"),
    NOT_YOUR_HOME("DEC-350"),
    NO_SUCH_PHONE("DEC-351"),
    NO_SUCH_ACCOUNT("DEC-352"),
    PROXY_REFUSED("DEC-353"),
    ANSWERED_ALREADY("DEC-354"),
    NOT_ACCEPTED("DEC-355"),
    WITHDRAWN("DEC-356"),
    NOT_STAFF("DEC-360"),
    COMPANY_STAFF("DEC-361"),
    TWO_STAFF("DEC-362"),
    NOT_OF_THIS_POINT("DEC-363"),
    SESSION_OVER("DEC-364"),
    OTHER_NOT_THERE("DEC-365"),
    IDENTITY_NOT_SEEN("DEC-366"),
    NOT_CHOSEN_YET("DEC-367"),
    DEVICE_ELSEWHERE("DEC-368"),
    DEVICE_WITHDRAWN("DEC-369");

    private final String code;

    Problem(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}

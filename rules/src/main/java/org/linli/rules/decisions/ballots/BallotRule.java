package org.linli.rules.decisions.ballots;

import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/** A rule that a ballot can break. The constant's name is the stable code. */
public enum BallotRule {
    /** No majority can decide the matter. */
    MATTER_NOT_FOR_A_VOTE(Citation.read(LawSource.CIVIL_CODE, "279")),
    NO_QUESTION(Citation.read(LawSource.STATE_COUNCIL_REGULATION, "14")),
    NO_WAY_TO_AGREE(Citation.read(LawSource.CIVIL_CODE, "278")),
    NO_WAY_TO_OPPOSE(Citation.read(LawSource.CIVIL_CODE, "278")),
    /** Whoever takes part without agreeing counts in the quorum; the ballot must let them. */
    NO_WAY_TO_ABSTAIN(Citation.known(LawSource.CIVIL_CODE, "278")),
    /** The wording asks for an answer, or makes silence one. */
    LEADING_WORDING(Citation.read(LawSource.TAIZHOU_REGULATION, "17")),
    ANNEX_MISSING(Citation.model(LawSource.ZHEJIANG_REGULATION, "8, 9")),
    NOTICE_TOO_SHORT(Citation.read(LawSource.STATE_COUNCIL_REGULATION, "14")),
    WINDOW_TOO_SHORT(Citation.model(LawSource.MODEL_REGULATIONS, "杭州 20")),
    WINDOW_TOO_LONG(Citation.model(LawSource.MODEL_REGULATIONS, "杭州 20")),
    COMMITTEE_EVEN(Citation.read(LawSource.TAIZHOU_REGULATION, "19")),
    COMMITTEE_TOO_SMALL(Citation.read(LawSource.TAIZHOU_REGULATION, "19")),
    COMMITTEE_TOO_LARGE(Citation.read(LawSource.TAIZHOU_REGULATION, "19")),
    /** 差额: a fifth more candidates than seats, at least one more. */
    TOO_FEW_CANDIDATES(Citation.ownDefault());

    private final Citation citation;

    BallotRule(Citation citation) {
        this.citation = citation;
    }

    public Citation citation() {
        return citation;
    }
}

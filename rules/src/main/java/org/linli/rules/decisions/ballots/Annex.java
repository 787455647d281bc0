package org.linli.rules.decisions.ballots;

import java.util.EnumSet;
import java.util.Set;
import org.linli.rules.decisions.matters.Matter;

/** A paper without which owners cannot know what they decide. Source: own default [D] for what the notice's matters mean. */
public enum Annex {
    /** Full text of the rules or the covenant, changes marked. */
    FULL_TEXT,
    CANDIDATE_LIST,
    /** Draft contract with services, fee and term. */
    CONTRACT_DRAFT,
    /** Works, budget and contractor. */
    WORKS_PLAN,
    /** Which owners bear the cost. */
    COST_SCOPE,
    /** What becomes of the common part, for how long, and who gets the revenue. */
    USE_PLAN;

    /** The annexes that a matter needs. */
    public static Set<Annex> neededFor(Matter matter) {
        return switch (matter) {
            case RULES_OF_PROCEDURE, COVENANT -> EnumSet.of(FULL_TEXT);
            case COMMITTEE -> EnumSet.of(CANDIDATE_LIST);
            case PROPERTY_COMPANY -> EnumSet.of(CONTRACT_DRAFT);
            case FUND_USE -> EnumSet.of(WORKS_PLAN, COST_SCOPE);
            case FUND_RAISING -> EnumSet.of(COST_SCOPE);
            case REBUILDING -> EnumSet.of(WORKS_PLAN);
            case CHANGE_OF_USE, PARKING_OPENING -> EnumSet.of(USE_PLAN);
            case OTHER_MAJOR,
                    COMMON_REVENUE,
                    COMMITTEE_FUNDS,
                    SUPERVISING_COMMITTEE,
                    AREA_ADJUSTMENT,
                    FEE_STANDARD,
                    AUDIT,
                    SELF_MANAGEMENT,
                    HOUSE_TO_BUSINESS -> EnumSet.noneOf(Annex.class);
        };
    }
}

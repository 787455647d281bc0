package org.linli.decisions;

/** Who organises a vote. Source: Taizhou regulation arts. 14, 19 and 30–34 [V]; State Council regulation art. 19 for the street [V]. */
public enum Initiator {
    /** 业主大会筹备组. */
    PREP_GROUP,
    /** 业主委员会. */
    COMMITTEE,
    /** 物业管理委员会: organises votes, does not replace them. */
    PMC,
    STREET_ORDERED
}

package org.linli.rules.decisions.matters;

import java.util.Arrays;
import java.util.Optional;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.law.Citation;
import org.linli.rules.law.LawSource;

/**
 * A matter that owners decide together.
 *
 * <p>Source: Civil Code art. 278 ¶1 nos. 1–9 [V]; Taizhou regulation art. 16 [V]. What the regulation sends to the assembly
 * besides (D9a) is ordinary. Using the maintenance fund (D5) is ordinary since 2021, raising it (D6) is special.
 */
public enum Matter {
    RULES_OF_PROCEDURE("D1", ordinary("278 ¶1(1)")),
    COVENANT("D2", ordinary("278 ¶1(2)")),
    COMMITTEE("D3", ordinary("278 ¶1(3)")),
    PROPERTY_COMPANY("D4", ordinary("278 ¶1(4)")),
    FUND_USE("D5", ordinary("278 ¶1(5)")),
    FUND_RAISING("D6", special("278 ¶1(6)")),
    REBUILDING("D7", special("278 ¶1(7)")),
    CHANGE_OF_USE("D8", special("278 ¶1(8)")),
    OTHER_MAJOR("D9", ordinary("278 ¶1(9)")),
    COMMON_REVENUE("D9a-revenue", local("45")),
    COMMITTEE_FUNDS("D9a-committee-funds", local("23, 26")),
    SUPERVISING_COMMITTEE("D9a-supervision", local("29")),
    AREA_ADJUSTMENT("D9a-area", local("12")),
    FEE_STANDARD("D9a-fee", ordinary("278 ¶1(9)")),
    PARKING_OPENING("D9a-parking", local("48")),
    AUDIT("D9a-audit", local("23")),
    SELF_MANAGEMENT("D9a-self-management", ordinary("278 ¶1(9), 284")),
    /** 住改商: needs every owner with an interest to agree, so no majority of the assembly can decide it. */
    HOUSE_TO_BUSINESS("DX", new Admission.NoVote(Citation.read(LawSource.CIVIL_CODE, "279")));

    private final String code;
    private final Admission admission;

    Matter(String code, Admission admission) {
        this.code = code;
        this.admission = admission;
    }

    /** The stable code, such as {@code D6}. */
    public String code() {
        return code;
    }

    /** Whether it can be put to the vote, and how. */
    public Admission admission() {
        return admission;
    }

    /**
     * Whether the decision is filed 备案 with county department and street.
     *
     * <p>Source: State Council property management regulation art. 16 [V]; Zhejiang regulation art. 13 [V]: member list, rules of procedure,
     * covenant.
     */
    public boolean isFiled() {
        return this == COMMITTEE || this == RULES_OF_PROCEDURE || this == COVENANT;
    }

    /** @param code as of {@link #code()} */
    public static Optional<Matter> findByCode(String code) {
        return Arrays.stream(values())
                .filter(matter -> matter.code.equals(code))
                .findFirst();
    }

    private static Admission ordinary(String articles) {
        return new Admission.Vote(DecisionClass.ORDINARY, Citation.read(LawSource.CIVIL_CODE, articles));
    }

    private static Admission special(String articles) {
        return new Admission.Vote(DecisionClass.SPECIAL, Citation.read(LawSource.CIVIL_CODE, articles));
    }

    private static Admission local(String articles) {
        return new Admission.Vote(DecisionClass.ORDINARY, Citation.read(LawSource.TAIZHOU_REGULATION, articles));
    }
}

package org.linli.rules.decisions.roll;

/**
 * Where an area is from, the one that prevails first.
 *
 * <p>Source: SPC interpretation art. 8 [V]; Taizhou regulation art. 18(2) [V].
 */
public enum AreaSource {
    /** 不动产登记簿. */
    REGISTER,
    /** 实测. */
    SURVEY,
    /** 合同. */
    CONTRACT
}

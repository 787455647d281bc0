package org.linli.rules.decisions.assembly;

/** 物业管理委员会. Source: Taizhou regulation arts. 30 to 34: 11 to 15 members, an odd number [V]. */
public final class ManagementCommittee {
    public static final int FEWEST = 11;
    public static final int MOST = 15;

    private ManagementCommittee() {}

    public static boolean isLawfulSize(int members) {
        return members >= FEWEST && members <= MOST && members % 2 == 1;
    }
}

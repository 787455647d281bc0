package org.linli.rules.decisions.assembly;

/**
 * 物业管理委员会: 11 to 15 members, an odd number, of whom owners are at least 60 %; a representative of the street convenes it.
 *
 * <p>Source: Taizhou regulation arts. 30 to 34 [V].
 */
public final class ManagementCommittee {
    public static final int FEWEST = 11;
    public static final int MOST = 15;

    private static final int PARTS = 10;
    private static final int OWNERS = 6;

    private ManagementCommittee() {}

    public static boolean isLawfulSize(int members) {
        return members >= FEWEST && members <= MOST && members % 2 == 1;
    }

    /** Whether so many owners are enough among so many members; exactly 60 % is. */
    public static boolean hasEnoughOwners(int owners, int members) {
        return PARTS * owners >= OWNERS * members;
    }

    /** How many of so many members may be no owners. */
    public static int mostOthers(int members) {
        return members * (PARTS - OWNERS) / PARTS;
    }
}

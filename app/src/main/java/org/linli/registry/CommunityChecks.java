package org.linli.registry;

import java.time.LocalDate;
import org.linli.rules.intake.NameText;

/** What is asked of a community's data whatever way they come in: by form, by grid, or by import. */
public final class CommunityChecks {

    private static final int YEARS_AHEAD = 1;

    /** 一期 and 二期, A区 and B区, 东区 and 西区 are told apart on purpose. */
    private static final String PART = "[0-9a-z东西南北]";

    private CommunityChecks() {}

    /** The last year in which a community can have been built: houses are sold a year before they stand. */
    public static int lastYear(LocalDate today) {
        return today.getYear() + YEARS_AHEAD;
    }

    public static boolean isBuiltTooLate(int year, LocalDate today) {
        return year > lastYear(today);
    }

    /**
     * Whether a name may be another community's misspelt: one letter apart, or its alias.
     *
     * @param key of the name, by {@link NameText#key}, as that of the other one
     * @param alias of the other one, may be empty
     */
    public static boolean isNear(String key, String otherKey, String alias) {
        if (NameText.key(alias).equals(key)) {
            return true;
        }
        return key.length() > 2
                && NameText.distance(key, otherKey) == 1
                && !key.replaceAll(PART, "?").equals(otherKey.replaceAll(PART, "?"));
    }
}

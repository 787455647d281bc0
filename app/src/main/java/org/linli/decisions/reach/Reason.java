package org.linli.decisions.reach;

/** The words that explain an act to whoever reads of it later. */
public final class Reason {

    public static final int LONGEST = 200;

    private Reason() {}

    /** Whether something is said, in no more than {@value #LONGEST} characters; otherwise {@link Problem#REASON_MISSING}. */
    public static boolean isGiven(String words) {
        return !words.isBlank() && words.length() <= LONGEST;
    }
}

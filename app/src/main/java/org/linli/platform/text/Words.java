package org.linli.platform.text;

/** Short texts that people type, such as the reason of an act. */
public final class Words {

    /** Characters of a reason, a note or a place at the most. */
    public static final int SHORT = 200;

    private Words() {}

    /** Whether something is said, in no more than so many characters. */
    public static boolean isGiven(String text, int longest) {
        return !text.isBlank() && text.length() <= longest;
    }
}

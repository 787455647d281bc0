package org.linli.rules.codes;

/**
 * Personal data as it may be shown to people who need to recognise it but not to have it.
 *
 * <p>Source: Personal Information Protection Law art. 6 (least scope) [V]; the shapes are our default [D].
 */
public final class Masks {
    private static final int ID_LENGTH = 18;

    private Masks() {}

    /** The first character and a star for each other one: {@code 张**}. A name of one character is hidden whole. */
    public static String name(String name) {
        int characters = name.codePointCount(0, name.length());
        if (characters < 2) {
            return "*".repeat(characters);
        }
        return name.substring(0, name.offsetByCodePoints(0, 1)) + "*".repeat(characters - 1);
    }

    /** Division and last four characters: {@code 331002********0018}. Text of another length is hidden whole. */
    public static String residentId(String id) {
        if (id.length() != ID_LENGTH) {
            return "*".repeat(id.length());
        }
        return id.substring(0, 6) + "********" + id.substring(14);
    }
}

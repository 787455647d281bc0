package org.linli.decisions.counting;

import java.util.regex.Pattern;
import org.linli.rules.HalfWidth;

/** Keeps numbers of people out of what everybody will read: identity and phone numbers, bank cards. */
final class PublicText {

    /** Eleven digits or more in a row, blanks and hyphens between them aside. */
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\d[ -]?){11,}");

    private PublicText() {}

    static boolean hasNumbersOfPeople(String text) {
        return LONG_NUMBER.matcher(HalfWidth.of(text)).find();
    }
}

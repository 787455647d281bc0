package org.linli.rules;

/**
 * Turns the full-width letters, digits and signs of Chinese keyboards into their ASCII twins.
 *
 * <p>Source: Unicode, block Halfwidth and Fullwidth Forms (U+FF01 to U+FF5E mirror U+0021 to U+007E) [K].
 */
public final class HalfWidth {
    private static final int FIRST = 0xFF01;
    private static final int LAST = 0xFF5E;
    private static final int DISTANCE = 0xFEE0;

    private HalfWidth() {}

    /** The text with every full-width form replaced; spaces and all other characters stay as they are. */
    public static String of(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            half.append(of(text.charAt(i)));
        }
        return half.toString();
    }

    private static char of(char c) {
        return c >= FIRST && c <= LAST ? (char) (c - DISTANCE) : c;
    }

    /** Whether a character separates words without ink: any Unicode space, control blank or zero-width mark. */
    public static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isZeroWidth(c);
    }

    /** Whether a character takes no room at all, as a byte order mark or a zero-width space pasted from a page. */
    public static boolean isZeroWidth(char c) {
        return c >= '\u200B' && c <= '\u200D' || c == '\u2060' || c == '\uFEFF';
    }
}

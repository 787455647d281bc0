package org.linli.rules.codes;

import java.util.Locale;
import org.linli.rules.HalfWidth;

/** Brings a code as people type it into one form: half-width, upper-case, without spaces and dashes. */
final class Compact {
    /** Hyphen-minus, the dashes U+2010 to U+2015, and the minus sign. */
    private static final String DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private Compact() {}

    static String of(String raw) {
        String half = HalfWidth.of(raw);
        StringBuilder compact = new StringBuilder(half.length());
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (!HalfWidth.isSpace(c) && DASHES.indexOf(c) < 0) {
                compact.append(c);
            }
        }
        return compact.toString().toUpperCase(Locale.ROOT);
    }

    /** Whether the part of the text from begin to end consists of ASCII digits only. */
    static boolean isDigits(String text, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}

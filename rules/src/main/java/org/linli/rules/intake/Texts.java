package org.linli.rules.intake;

import java.util.Set;
import org.linli.rules.HalfWidth;

/** Text of a sheet's cell before any meaning is read from it. Source: own reading of street sheets [D]. */
public final class Texts {
    private static final Set<String> NONE = Set.of("", "无", "/", "-", "--", "—", "——", "\\", "没有", "暂无", "无物业");

    private Texts() {}

    /**
     * One form of a text: full-width ASCII becomes half-width, every kind of blank becomes one space, zero-width marks
     * vanish, and neither end has a space.
     */
    public static String normalise(String text) {
        String half = HalfWidth.of(text);
        StringBuilder normal = new StringBuilder(half.length());
        boolean pending = false;
        for (int i = 0; i < half.length(); i++) {
            char c = half.charAt(i);
            if (!HalfWidth.isSpace(c)) {
                if (pending && !normal.isEmpty()) {
                    normal.append(' ');
                }
                pending = false;
                normal.append(c);
            } else if (!HalfWidth.isZeroWidth(c)) {
                pending = true;
            }
        }
        return normal.toString();
    }

    /** Whether the cell says that there is nothing: empty, a stroke, or a word for none. */
    public static boolean saysNone(String text) {
        return NONE.contains(normalise(text));
    }

    /** The normal text without any space, for values in which spaces mean nothing. */
    static String compact(String text) {
        return normalise(text).replace(" ", "");
    }
}

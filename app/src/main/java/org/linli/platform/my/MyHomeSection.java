package org.linli.platform.my;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.scope.Viewer;

/** Inverted port: a feature tells what concerns the homes of the person at the screen. A section without lines is not shown. */
public interface MyHomeSection {

    /** Place on the page, ascending. */
    int order();

    /** Text key of the heading. */
    String titleKey();

    /** What concerns the viewer's account, whatever hat it wears; the most urgent first. */
    List<Line> lines(Viewer viewer, LocalDate today);

    /** A text key and its arguments. */
    record Phrase(String key, List<Object> arguments) {
        public Phrase {
            arguments = List.copyOf(arguments);
        }

        public static Phrase of(String key, Object... arguments) {
            return new Phrase(key, List.of(arguments));
        }
    }

    /** How much a line asks for attention. */
    enum Emphasis {
        /** For information. */
        PLAIN,
        /** Something to do. */
        ACT,
        /** Something that may be wrong. */
        WARN
    }

    /**
     * @param text what it means, null when the title says all
     * @param due last day, null without one
     * @param href one click from the work, begins with a slash; null when there is nothing to open
     */
    record Line(
            Phrase title,
            @Nullable Phrase text,
            @Nullable LocalDate due,
            @Nullable String href,
            Emphasis emphasis) {}
}

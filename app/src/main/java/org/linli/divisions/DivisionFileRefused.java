package org.linli.divisions;

import java.util.List;

/** A division file that cannot be loaded; nothing of it was stored. */
public final class DivisionFileRefused extends RuntimeException {

    /** What is wrong with a line. */
    public enum Kind {
        /** Neither Unicode nor GB 18030, or no text at all. */
        UNREADABLE,
        HEADER,
        SHAPE,
        TREE,
        TWICE,
        NO_PARENT
    }

    /** @param line as counted in the file, 0 when it concerns the whole @param text the offending text */
    public record Problem(long line, Kind kind, String text) {}

    private final transient List<Problem> problems;

    DivisionFileRefused(List<Problem> problems) {
        super("division file refused: " + problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}

package org.linli.rules.law;

/** How sure we are of a rule's text. Every page that shows a rule shows its mark. */
public enum Confidence {
    /** The text was read. */
    READ('V'),
    /** From general knowledge; to be checked before anybody calls it law. */
    KNOWN('K'),
    /** Our own default, not law; a city may set it otherwise. */
    DEFAULT('D');

    private final char mark;

    Confidence(char mark) {
        this.mark = mark;
    }

    /** The letter that stands for it: V, K or D. */
    public char mark() {
        return mark;
    }
}

package org.linli.rules.law;

/**
 * The place a rule rests on.
 *
 * @param source the text
 * @param articles the articles as people write them, such as {@code 278} or {@code 13, 22}; empty for an own default
 * @param confidence how sure we are of it
 */
public record Citation(LawSource source, String articles, Confidence confidence) {
    /** Refuses a law without its article, and a default that claims one. */
    public Citation {
        if (articles.isBlank() != (source == LawSource.OWN_DEFAULT)) {
            throw new IllegalArgumentException("a law is cited by its article: %s %s".formatted(source, articles));
        }
    }

    /** A text that was read. */
    public static Citation read(LawSource source, String articles) {
        return new Citation(source, articles, Confidence.READ);
    }

    /** A text known but not read again. */
    public static Citation known(LawSource source, String articles) {
        return new Citation(source, articles, Confidence.KNOWN);
    }

    /** A default that follows the model of a text which does not bind here. */
    public static Citation model(LawSource source, String articles) {
        return new Citation(source, articles, Confidence.DEFAULT);
    }

    /** A default of our own. */
    public static Citation ownDefault() {
        return new Citation(LawSource.OWN_DEFAULT, "", Confidence.DEFAULT);
    }
}

package org.linli.platform.documents;

/**
 * A kind of official paper that a feature issues.
 *
 * @param code lower case with hyphens; its name is the text key {@code documents.paper.<code>}, and the template that
 *     Linli brings is the resource {@code documents/<code>.docx}
 * @param fields the placeholders that a template of it may use
 */
public record Paper(String code, DocumentFields fields) {

    public Paper {
        if (!code.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("not a code of a paper: " + code);
        }
    }

    /** The template that Linli brings. */
    public byte[] shipped() {
        return Docx.resource("/documents/" + code + ".docx");
    }
}

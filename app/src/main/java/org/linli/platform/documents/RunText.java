package org.linli.platform.documents;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The running text below an element, whatever runs it is split into.
 *
 * <p>Word cuts a placeholder in pieces as soon as somebody edits inside it or the spelling checker looks at it; so a
 * placeholder is looked for in the text as a whole, and replaced where it begins.
 */
final class RunText {

    private final List<Element> pieces;

    private RunText(List<Element> pieces) {
        this.pieces = pieces;
    }

    /** Of one paragraph, without text boxes anchored in it, which are paragraphs of their own. */
    static RunText ofParagraph(Element paragraph) {
        List<Element> own = new ArrayList<>();
        for (Element text : Xml.descendants(paragraph, "t")) {
            if (Xml.above(text, "p").filter(paragraph::equals).isPresent()) {
                own.add(text);
            }
        }
        return new RunText(own);
    }

    /** Of a row or a paragraph with all that is in it. */
    static RunText of(Element element) {
        return new RunText(Xml.descendants(element, "t"));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        pieces.forEach(piece -> text.append(piece.getTextContent()));
        return text.toString();
    }

    /** Puts a text in place of the characters from begin to end; returns the piece that now holds it. */
    Element replace(int begin, int end, String text) {
        Element holder = pieces.getFirst();
        int at = 0;
        boolean placed = false;
        for (Element piece : pieces) {
            String old = piece.getTextContent();
            int from = Math.clamp(begin - at, 0, old.length());
            int to = Math.clamp(end - at, 0, old.length());
            boolean begins = !placed && begin >= at && begin < at + old.length();
            if (begins || from < to) {
                set(piece, old.substring(0, from) + (begins ? text : "") + old.substring(to));
            }
            if (begins) {
                holder = piece;
                placed = true;
            }
            at += old.length();
        }
        return holder;
    }

    private static void set(Element piece, String text) {
        piece.setTextContent(text);
        piece.setAttributeNS("http://www.w3.org/XML/1998/namespace", "xml:space", "preserve");
    }

    /** Turns line breaks inside pieces into those of Word. */
    void breakLines() {
        for (Element piece : pieces) {
            String[] lines = piece.getTextContent().split("\\R", -1);
            if (lines.length > 1) {
                Document tree = piece.getOwnerDocument();
                Node parent = piece.getParentNode();
                Node after = piece.getNextSibling();
                set(piece, lines[0]);
                for (int i = 1; i < lines.length; i++) {
                    parent.insertBefore(Xml.create(tree, "br"), after);
                    Element more = Xml.create(tree, "t");
                    set(more, lines[i]);
                    parent.insertBefore(more, after);
                }
            }
        }
    }
}

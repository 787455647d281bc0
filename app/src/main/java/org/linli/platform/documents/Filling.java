package org.linli.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One pass over a template: lists repeated, placeholders replaced, and what was not understood gathered. */
final class Filling {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_-]{1,60})\\s*}}");
    private static final Pattern BEGIN = Pattern.compile("\\s*\\{\\{\\s*#\\s*([\\p{L}\\p{N}_-]{1,60})\\s*}}");

    /** What XML cannot hold and no paper needs. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]|[\\uFFFE\\uFFFF]");

    private final Docx docx;
    private final QrPictures pictures;
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> unbalanced = new TreeSet<>();

    Filling(Docx docx) {
        this.docx = docx;
        this.pictures = new QrPictures(docx);
    }

    void fill(DocumentData data) throws DocumentRefused {
        for (String part : docx.textParts()) {
            Element root = docx.tree(part).getDocumentElement();
            expand(Xml.children(root), data, part.equals(Docx.MAIN));
            leftovers(root);
        }
    }

    /** Names of placeholders that the data lacks. */
    Set<String> unknown() {
        return unknown;
    }

    /** Lists that do not begin and end properly, and braces that are no placeholder. */
    Set<String> unbalanced() {
        return unbalanced;
    }

    /** @param body whether pictures can stand here: they belong to the body's relations */
    private void expand(List<Element> siblings, DocumentData data, boolean body) throws DocumentRefused {
        int at = 0;
        while (at < siblings.size()) {
            Element element = siblings.get(at);
            @Nullable String list = listBegunBy(element);
            if (list == null) {
                descend(element, data, body);
                at++;
                continue;
            }
            int end = endOf(list, siblings, at);
            if (end < 0) {
                unbalanced.add("{{#" + list + "}}");
                return;
            }
            repeat(list, siblings.subList(at, end + 1), data, body);
            at = end + 1;
        }
    }

    private void descend(Element element, DocumentData data, boolean body) throws DocumentRefused {
        if (Xml.is(element, "p")) {
            replaceIn(element, data, body);
            for (Element box : Xml.descendants(element, "txbxContent")) {
                expand(Xml.children(box), data, body);
            }
        } else {
            expand(Xml.children(element), data, body);
        }
    }

    private static @Nullable String listBegunBy(Element element) {
        if (!Xml.is(element, "p") && !Xml.is(element, "tr")) {
            return null;
        }
        Matcher begin = BEGIN.matcher(RunText.of(element).text());
        return begin.lookingAt() ? begin.group(1) : null;
    }

    private static int endOf(String list, List<Element> siblings, int from) {
        for (int i = from; i < siblings.size(); i++) {
            if (end(list).matcher(RunText.of(siblings.get(i)).text()).find()) {
                return i;
            }
        }
        return -1;
    }

    private static Pattern end(String list) {
        return Pattern.compile("\\{\\{\\s*/\\s*" + Pattern.quote(list) + "\\s*}}\\s*$");
    }

    private void repeat(String list, List<Element> range, DocumentData data, boolean body) throws DocumentRefused {
        Element first = range.getFirst();
        Node parent = first.getParentNode();
        @Nullable Node after = range.getLast().getNextSibling();
        @Nullable List<DocumentData> items = data.lists().get(list);
        if (items == null) {
            unknown.add("{{#" + list + "}}");
            items = List.of();
        }
        List<Element> pattern = withoutMarks(list, range);
        range.forEach(parent::removeChild);
        for (DocumentData item : items) {
            List<Element> copies = new ArrayList<>();
            for (Element one : pattern) {
                Element copy = (Element) one.cloneNode(true);
                parent.insertBefore(copy, after);
                copies.add(copy);
            }
            expand(copies, item.inside(data), body);
        }
        keepWhole((Element) parent);
    }

    /** The part that comes once for each item: a line that held nothing but a mark is not part of it. */
    private static List<Element> withoutMarks(String list, List<Element> range) {
        RunText first = RunText.of(range.getFirst());
        Matcher begin = BEGIN.matcher(first.text());
        if (begin.lookingAt()) {
            first.replace(begin.start(), begin.end(), "");
        }
        RunText last = RunText.of(range.getLast());
        Matcher end = end(list).matcher(last.text());
        if (end.find()) {
            last.replace(end.start(), end.end(), "");
        }
        List<Element> pattern = new ArrayList<>(range);
        if (range.size() > 1 && last.text().isBlank()) {
            pattern.removeLast();
        }
        if (pattern.size() > 1 && first.text().isBlank()) {
            pattern.removeFirst();
        }
        return pattern;
    }

    /** Word takes neither a cell without a paragraph nor a table without a row. */
    private static void keepWhole(Element parent) {
        if (Xml.is(parent, "tc") && Xml.child(parent, "p").isEmpty()) {
            parent.appendChild(Xml.create(parent.getOwnerDocument(), "p"));
        }
        if (Xml.is(parent, "tbl") && Xml.child(parent, "tr").isEmpty()) {
            parent.getParentNode().replaceChild(Xml.create(parent.getOwnerDocument(), "p"), parent);
        }
    }

    private void replaceIn(Element paragraph, DocumentData data, boolean body) throws DocumentRefused {
        RunText text = RunText.ofParagraph(paragraph);
        String whole = text.text();
        List<java.util.regex.MatchResult> found =
                PLACEHOLDER.matcher(whole).results().toList();
        for (java.util.regex.MatchResult one : found.reversed()) {
            String name = one.group(1);
            @Nullable String value = data.texts().get(name);
            @Nullable String address = data.codes().get(name);
            if (value != null) {
                text.replace(one.start(), one.end(), CONTROLS.matcher(value).replaceAll(""));
            } else if (address != null && body) {
                pictures.place(text.replace(one.start(), one.end(), ""), address);
            } else {
                unknown.add(one.group());
                text.replace(one.start(), one.end(), "");
            }
        }
        // Braces are looked for before the values stand in the text: a value may hold any.
        String rest = PLACEHOLDER.matcher(whole).replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            unbalanced.add(rest.strip());
        }
        if (!found.isEmpty()) {
            text.breakLines();
        }
    }

    /** Marks of lists in the middle of a line are none. */
    private void leftovers(Element root) {
        Matcher mark = Pattern.compile("\\{\\{\\s*[#/][^{}]*}}")
                .matcher(RunText.of(root).text());
        while (mark.find()) {
            unbalanced.add(mark.group());
        }
    }
}

package org.linli.platform.documents;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The numbers that Word writes before paragraphs by itself, such as 一、 or 1.2. */
final class Numbering {

    private static final String[] DIGITS = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    private final Map<String, Element> lists = new HashMap<>();
    private final Map<String, int[]> counts = new HashMap<>();
    private final Styles styles;

    Numbering(Docx docx, Styles styles) throws DocumentRefused {
        this.styles = styles;
        if (!docx.has("word/numbering.xml")) {
            return;
        }
        Element root = docx.tree("word/numbering.xml").getDocumentElement();
        Map<String, Element> kinds = new HashMap<>();
        for (Element kind : Xml.descendants(root, "abstractNum")) {
            kinds.put(Xml.attribute(kind, "abstractNumId"), kind);
        }
        for (Element list : Xml.descendants(root, "num")) {
            Xml.child(list, "abstractNumId")
                    .map(kind -> kinds.get(Xml.attribute(kind, "val")))
                    .ifPresent(kind -> lists.put(Xml.attribute(list, "numId"), kind));
        }
    }

    /** The number of the next paragraph in reading order, empty if it has none. */
    String next(Element paragraph) {
        Optional<Element> number = styles.numbering(paragraph);
        String id = number.flatMap(found -> Xml.child(found, "numId"))
                .map(n -> Xml.attribute(n, "val"))
                .orElse("");
        String depth = number.flatMap(found -> Xml.child(found, "ilvl"))
                .map(n -> Xml.attribute(n, "val"))
                .orElse("0");
        @Nullable Element list = lists.get(id);
        if (list == null || !depth.matches("[0-8]")) {
            return "";
        }
        int level = Integer.parseInt(depth);
        int[] count = counts.computeIfAbsent(id, unused -> new int[9]);
        count[level] = count[level] == 0 ? start(list, level) : count[level] + 1;
        for (int below = level + 1; below < count.length; below++) {
            count[below] = 0;
        }
        String text = property(list, level, "lvlText");
        for (int i = 0; i <= level; i++) {
            text = text.replace("%" + (i + 1), word(Math.max(count[i], 1), property(list, i, "numFmt")));
        }
        return text;
    }

    private static int start(Element list, int level) {
        String start = property(list, level, "start");
        return start.matches("\\d{1,4}") ? Integer.parseInt(start) : 1;
    }

    private static String property(Element list, int level, String name) {
        return Xml.children(list).stream()
                .filter(child ->
                        Xml.is(child, "lvl") && Xml.attribute(child, "ilvl").equals(Integer.toString(level)))
                .flatMap(child -> Xml.child(child, name).stream())
                .map(found -> Xml.attribute(found, "val"))
                .findFirst()
                .orElse("");
    }

    private static String word(int number, String format) {
        return switch (format) {
            case "bullet", "none" -> "";
            case "lowerLetter" -> Character.toString('a' + (number - 1) % 26);
            case "upperLetter" -> Character.toString('A' + (number - 1) % 26);
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "ideographTraditional" ->
                chinese(number);
            default -> Integer.toString(number);
        };
    }

    private static String chinese(int number) {
        if (number >= 100) {
            return Integer.toString(number);
        }
        String tens = number < 10 ? "" : (number < 20 ? "" : DIGITS[number / 10]) + "十";
        return tens + (number % 10 == 0 ? "" : DIGITS[number % 10]);
    }
}

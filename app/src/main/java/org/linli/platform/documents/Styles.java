package org.linli.platform.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What Word's styles and direct formatting come to, as CSS. The nearest word wins: paragraph or run, style, its base, defaults. */
final class Styles {

    private final Map<String, Element> styles = new HashMap<>();
    private String ordinary = "";
    private @Nullable Element defaults;

    Styles(Docx docx) throws DocumentRefused {
        if (!docx.has("word/styles.xml")) {
            return;
        }
        for (Element style : Xml.children(docx.tree("word/styles.xml").getDocumentElement())) {
            if (Xml.is(style, "docDefaults")) {
                defaults = style;
            }
            if (Xml.is(style, "style")) {
                String id = Xml.attribute(style, "styleId");
                styles.put(id, style);
                if (Xml.attribute(style, "type").equals("paragraph") && isOn(Xml.attribute(style, "default"), false)) {
                    ordinary = id;
                }
            }
        }
    }

    String paragraph(Element paragraph) {
        List<Element> sources = paragraphSources(paragraph);
        StringBuilder css = new StringBuilder();
        css.append("text-align:")
                .append(alignment(attribute(sources, "jc", "val")))
                .append(';');
        length(css, "margin-top", attribute(sources, "spacing", "before"));
        length(css, "margin-bottom", attribute(sources, "spacing", "after"));
        length(css, "margin-left", first(attribute(sources, "ind", "left"), attribute(sources, "ind", "start")));
        indent(css, sources);
        lineHeight(css, sources);
        if (isSet(sources, "pageBreakBefore")) {
            css.append("page-break-before:always;");
        }
        if (isSet(sources, "keepNext")) {
            css.append("page-break-after:avoid;");
        }
        return css + size(runSources(paragraph, null));
    }

    String run(Element paragraph, Element run) {
        List<Element> sources = runSources(paragraph, run);
        StringBuilder css = new StringBuilder(size(sources));
        if (isSet(sources, "b")) {
            css.append("font-weight:bold;");
        }
        if (isSet(sources, "i")) {
            css.append("font-style:italic;");
        }
        String underline = attribute(sources, "u", "val");
        if (!underline.isEmpty() && !underline.equals("none")) {
            css.append("text-decoration:underline;");
        }
        String color = attribute(sources, "color", "val");
        if (color.matches("[0-9A-Fa-f]{6}")) {
            css.append("color:#").append(color).append(';');
        }
        return css.toString();
    }

    /** The properties of a table, its own first, then those of its style. */
    List<Element> table(Element table) {
        List<Element> sources = new ArrayList<>();
        Xml.child(table, "tblPr").ifPresent(sources::add);
        chain(Xml.value(table, "tblPr", "tblStyle"))
                .forEach(style -> Xml.child(style, "tblPr").ifPresent(sources::add));
        return sources;
    }

    boolean isHidden(Element paragraph, Element run) {
        return isSet(runSources(paragraph, run), "vanish");
    }

    /** The nearest {@code numPr}, if the paragraph is numbered. */
    Optional<Element> numbering(Element paragraph) {
        return nearest(paragraphSources(paragraph), "numPr");
    }

    private List<Element> paragraphSources(Element paragraph) {
        List<Element> sources = new ArrayList<>();
        Xml.child(paragraph, "pPr").ifPresent(sources::add);
        chain(styleOf(paragraph)).forEach(style -> Xml.child(style, "pPr").ifPresent(sources::add));
        if (defaults != null) {
            Xml.child(defaults, "pPrDefault", "pPr").ifPresent(sources::add);
        }
        return sources;
    }

    private List<Element> runSources(Element paragraph, @Nullable Element run) {
        List<Element> sources = new ArrayList<>();
        if (run != null) {
            Xml.child(run, "rPr").ifPresent(sources::add);
            chain(Xml.value(run, "rPr", "rStyle"))
                    .forEach(style -> Xml.child(style, "rPr").ifPresent(sources::add));
        }
        chain(styleOf(paragraph)).forEach(style -> Xml.child(style, "rPr").ifPresent(sources::add));
        if (defaults != null) {
            Xml.child(defaults, "rPrDefault", "rPr").ifPresent(sources::add);
        }
        return sources;
    }

    private String styleOf(Element paragraph) {
        return first(Xml.value(paragraph, "pPr", "pStyle"), ordinary);
    }

    /** A style and those that it is based on; a circle, which no editor makes, ends where it begins again. */
    private List<Element> chain(String id) {
        List<Element> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = id;
        while (seen.add(next) && styles.containsKey(next)) {
            Element style = styles.get(next);
            chain.add(style);
            next = Xml.child(style, "basedOn")
                    .map(base -> Xml.attribute(base, "val"))
                    .orElse("");
        }
        return chain;
    }

    private static Optional<Element> nearest(List<Element> sources, String property) {
        return sources.stream()
                .flatMap(source -> Xml.child(source, property).stream())
                .findFirst();
    }

    private static String attribute(List<Element> sources, String property, String attribute) {
        return sources.stream()
                .flatMap(source -> Xml.child(source, property).stream())
                .map(found -> Xml.attribute(found, attribute))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static boolean isSet(List<Element> sources, String property) {
        return nearest(sources, property)
                .map(found -> isOn(Xml.attribute(found, "val"), true))
                .orElse(false);
    }

    private static boolean isOn(String value, boolean absent) {
        return value.isEmpty() ? absent : value.equals("1") || value.equals("true") || value.equals("on");
    }

    private static String alignment(String word) {
        return switch (word) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }

    /** Word counts indents of Chinese text in hundredths of a character where it can, else in twentieths of a point. */
    private static void indent(StringBuilder css, List<Element> sources) {
        String characters = attribute(sources, "ind", "firstLineChars");
        String hanging = attribute(sources, "ind", "hanging");
        if (characters.matches("\\d{1,4}")) {
            css.append("text-indent:").append(decimal(characters, 100)).append("em;");
        } else if (!hanging.isEmpty()) {
            length(css, "text-indent", "-" + hanging);
        } else {
            length(css, "text-indent", attribute(sources, "ind", "firstLine"));
        }
    }

    private static void lineHeight(StringBuilder css, List<Element> sources) {
        String line = attribute(sources, "spacing", "line");
        String rule = attribute(sources, "spacing", "lineRule");
        if (rule.equals("exact") || rule.equals("atLeast")) {
            length(css, "line-height", line);
        } else if (line.matches("\\d{1,4}")) {
            // A line of Word is the font's own height, about 1.3 of its size.
            css.append("line-height:")
                    .append(decimal(Integer.toString(Integer.parseInt(line) * 13), 2400))
                    .append(';');
        }
    }

    private static String size(List<Element> sources) {
        String half = attribute(sources, "sz", "val");
        return half.matches("\\d{1,3}") ? "font-size:" + decimal(half, 2) + "pt;" : "";
    }

    /** A length in twentieths of a point. */
    static void length(StringBuilder css, String property, String twips) {
        if (twips.matches("-?\\d{1,5}")) {
            css.append(property).append(':').append(decimal(twips, 20)).append("pt;");
        }
    }

    static String decimal(String number, int divisor) {
        return java.math.BigDecimal.valueOf(Long.parseLong(number))
                .divide(java.math.BigDecimal.valueOf(divisor), 3, java.math.RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String first(String preferred, String other) {
        return preferred.isEmpty() ? other : preferred;
    }
}

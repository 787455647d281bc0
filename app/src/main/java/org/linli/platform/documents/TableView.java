package org.linli.platform.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.w3c.dom.Element;

/** A table for the printer: widths in parts of the grid, joined cells, drawn or open borders, heads that come again. */
final class TableView {

    private static final String LINE = "0.5pt solid #000";

    private final Styles styles;
    private final BiConsumer<Element, Element> blocks;

    /** @param blocks writes what stands in a cell */
    TableView(Styles styles, BiConsumer<Element, Element> blocks) {
        this.styles = styles;
        this.blocks = blocks;
    }

    void write(Element source, Element target) {
        List<Long> grid = grid(source);
        long width = grid.stream().mapToLong(Long::longValue).sum();
        StringBuilder css = new StringBuilder("table-layout:fixed;");
        if (width > 0) {
            Styles.length(css, "width", Long.toString(Math.min(width, 99_999)));
        }
        if (alignment(source).equals("center")) {
            css.append("margin-left:auto;margin-right:auto;");
        }
        Element table = append(target, "table", css.toString());
        columns(grid, table);
        boolean drawn = isDrawn(source);
        List<Element> rows =
                Xml.children(source).stream().filter(row -> Xml.is(row, "tr")).toList();
        int heads = 0;
        while (heads < rows.size()
                && Xml.child(rows.get(heads), "trPr", "tblHeader").isPresent()) {
            heads++;
        }
        section(rows, 0, heads, append(table, "thead", ""), drawn);
        section(rows, heads, rows.size(), append(table, "tbody", ""), drawn);
    }

    private void section(List<Element> rows, int from, int to, Element target, boolean drawn) {
        if (from == to) {
            target.getParentNode().removeChild(target);
            return;
        }
        for (int i = from; i < to; i++) {
            StringBuilder css = new StringBuilder();
            Styles.length(
                    css,
                    "height",
                    Xml.child(rows.get(i), "trPr", "trHeight")
                            .map(height -> Xml.attribute(height, "val"))
                            .orElse(""));
            Element row = append(target, "tr", css.toString());
            int column = 0;
            for (Element cell : cells(rows.get(i))) {
                if (!continues(cell)) {
                    cell(cell, row, span(rows, i, to, column), drawn);
                }
                column += columns(cell);
            }
        }
    }

    private void cell(Element source, Element row, int rows, boolean drawn) {
        StringBuilder css = new StringBuilder();
        for (String side : List.of("top", "right", "bottom", "left")) {
            String own = Xml.child(source, "tcPr", "tcBorders")
                    .flatMap(borders -> Xml.child(borders, side))
                    .map(border -> Xml.attribute(border, "val"))
                    .orElse(drawn ? "single" : "nil");
            css.append("border-")
                    .append(side)
                    .append(':')
                    .append(isLine(own) ? LINE : "none")
                    .append(';');
        }
        String vertical = Xml.value(source, "tcPr", "vAlign");
        if (vertical.equals("center") || vertical.equals("bottom")) {
            css.append("vertical-align:")
                    .append(vertical.equals("center") ? "middle" : "bottom")
                    .append(';');
        }
        Element cell = append(row, "td", css.toString());
        cell.setAttribute("colspan", Integer.toString(columns(source)));
        cell.setAttribute("rowspan", Integer.toString(rows));
        blocks.accept(source, cell);
    }

    private boolean isDrawn(Element table) {
        return styles.table(table).stream()
                .flatMap(source -> Xml.child(source, "tblBorders").stream())
                .findFirst()
                .flatMap(borders -> Xml.child(borders, "insideH").or(() -> Xml.child(borders, "top")))
                .map(border -> isLine(Xml.attribute(border, "val")))
                .orElse(false);
    }

    private static boolean isLine(String border) {
        return !border.isEmpty() && !border.equals("nil") && !border.equals("none");
    }

    private static String alignment(Element table) {
        return Xml.value(table, "tblPr", "jc");
    }

    private static List<Long> grid(Element table) {
        List<Long> grid = new ArrayList<>();
        Xml.child(table, "tblGrid")
                .ifPresent(all -> Xml.children(all).forEach(column -> {
                    String width = Xml.attribute(column, "w");
                    grid.add(width.matches("\\d{1,5}") ? Long.parseLong(width) : 0L);
                }));
        return grid;
    }

    /** Widths come from the grid alone: a first row of joined cells would say nothing about the columns below it. */
    private static void columns(List<Long> grid, Element table) {
        for (long width : grid) {
            StringBuilder css = new StringBuilder();
            Styles.length(css, "width", Long.toString(width));
            append(table, "col", css.toString());
        }
    }

    private static List<Element> cells(Element row) {
        return Xml.children(row).stream().filter(cell -> Xml.is(cell, "tc")).toList();
    }

    private static int columns(Element cell) {
        String span = Xml.value(cell, "tcPr", "gridSpan");
        return span.matches("[1-9]\\d?") ? Integer.parseInt(span) : 1;
    }

    /** Whether a cell only carries on the one above. */
    private static boolean continues(Element cell) {
        return Xml.child(cell, "tcPr", "vMerge")
                .map(merge -> !Xml.attribute(merge, "val").equals("restart"))
                .orElse(false);
    }

    private static int span(List<Element> rows, int row, int end, int column) {
        int span = 1;
        while (row + span < end
                && at(rows.get(row + span), column).filter(TableView::continues).isPresent()) {
            span++;
        }
        return span;
    }

    private static Optional<Element> at(Element row, int column) {
        int at = 0;
        for (Element cell : cells(row)) {
            if (at == column) {
                return Optional.of(cell);
            }
            at += columns(cell);
        }
        return Optional.empty();
    }

    private static Element append(Element parent, String name, String css) {
        Element made = parent.getOwnerDocument().createElementNS(parent.getNamespaceURI(), name);
        if (!css.isEmpty()) {
            made.setAttribute("style", css);
        }
        parent.appendChild(made);
        return made;
    }
}

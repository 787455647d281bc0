package org.linli.platform.documents;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes plain .docx files that Word and WPS open: the shipped templates, and what tests upload. */
public final class DocxMaker {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private static final String NAMESPACES = " xmlns:w=\"" + Xml.W + "\" xmlns:r=\"" + OFFICE + "relationships\"";

    private final StringBuilder body = new StringBuilder();
    private final Map<String, String> more = new LinkedHashMap<>();
    private final StringBuilder relations = new StringBuilder();
    private String page = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";

    public DocxMaker landscape() {
        page = "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>";
        return this;
    }

    public DocxMaker title(String text) {
        return paragraph("Title", "", run(text, ""));
    }

    public DocxMaker heading(String text) {
        return paragraph("Heading1", "", run(text, ""));
    }

    public DocxMaker text(String text) {
        return paragraph("", "<w:ind w:firstLineChars=\"200\" w:firstLine=\"560\"/>", run(text, ""));
    }

    /** A line at the margin, such as one that only begins or ends a list. */
    public DocxMaker line(String text) {
        return paragraph("", "", run(text, ""));
    }

    public DocxMaker small(String text) {
        return paragraph("Small", "", run(text, ""));
    }

    public DocxMaker aligned(String side, String text) {
        return paragraph("", "<w:jc w:val=\"" + side + "\"/>", run(text, ""));
    }

    /** A line whose text is cut into runs, as Word does. */
    public DocxMaker runs(String... pieces) {
        return paragraph(
                "",
                "",
                Stream.of(pieces)
                        .map(piece -> run(piece, ""))
                        .collect(Collectors.joining("<w:proofErr w:type=\"spellStart\"/>")));
    }

    public DocxMaker bold(String text) {
        return paragraph("", "", run(text, "<w:b/>"));
    }

    public DocxMaker pageBreak() {
        return paragraph("", "", "<w:r><w:br w:type=\"page\"/></w:r>");
    }

    public DocxMaker raw(String xml) {
        body.append(xml);
        return this;
    }

    /** A drawn table. @param widths in twentieths of a point @param rows the first is the head, repeated on each page */
    public DocxMaker table(List<Integer> widths, List<List<String>> rows) {
        return table(widths, rows, true);
    }

    /** The same without a head. */
    public DocxMaker grid(List<Integer> widths, List<List<String>> rows) {
        return table(widths, rows, false);
    }

    private DocxMaker table(List<Integer> widths, List<List<String>> rows, boolean head) {
        body.append("<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/><w:jc w:val=\"center\"/><w:tblBorders>");
        for (String side : List.of("top", "left", "bottom", "right", "insideH", "insideV")) {
            body.append("<w:").append(side).append(" w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>");
        }
        body.append("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        widths.forEach(width -> body.append("<w:gridCol w:w=\"").append(width).append("\"/>"));
        body.append("</w:tblGrid>");
        for (int i = 0; i < rows.size(); i++) {
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(head && i == 0 ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            row(widths, rows.get(i), head && i == 0);
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        return this;
    }

    /** A row with fewer cells than columns: its last cell takes the rest. */
    private void row(List<Integer> widths, List<String> cells, boolean head) {
        for (int i = 0; i < cells.size(); i++) {
            int last = i == cells.size() - 1 ? widths.size() : i + 1;
            int width =
                    widths.subList(i, last).stream().mapToInt(Integer::intValue).sum();
            body.append("<w:tc><w:tcPr><w:tcW w:w=\"").append(width).append("\" w:type=\"dxa\"/>");
            if (last - i > 1) {
                body.append("<w:gridSpan w:val=\"").append(last - i).append("\"/>");
            }
            body.append("<w:vAlign w:val=\"center\"/></w:tcPr>");
            for (String line : cells.get(i).split("\n", -1)) {
                paragraph("Cell", head ? "<w:jc w:val=\"center\"/>" : "", run(line, head ? "<w:b/>" : ""));
            }
            body.append("</w:tc>");
        }
    }

    private DocxMaker paragraph(String style, String properties, String runs) {
        body.append("<w:p><w:pPr>");
        if (!style.isEmpty()) {
            body.append("<w:pStyle w:val=\"").append(style).append("\"/>");
        }
        body.append(properties).append("</w:pPr>").append(runs).append("</w:p>");
        return this;
    }

    private static String run(String text, String properties) {
        return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space=\"preserve\">" + escape(text) + "</w:t></w:r>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Another part, such as a hostile one. */
    public DocxMaker part(String name, String content) {
        more.put(name, content);
        return this;
    }

    public DocxMaker relation(String type, String target, boolean outside) {
        relations.append("<Relationship Id=\"x%d\" Type=\"%s\" Target=\"%s\"%s/>"
                .formatted(
                        relations.length(),
                        OFFICE + "relationships/" + type,
                        target,
                        outside ? " TargetMode=\"External\"" : ""));
        return this;
    }

    public byte[] make() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", HEAD + types());
        parts.put(
                "_rels/.rels",
                HEAD
                        + relationships("<Relationship Id=\"r1\" Type=\"" + OFFICE
                                + "relationships/officeDocument\" Target=\"word/document.xml\"/>"));
        parts.put(
                "word/document.xml",
                HEAD + "<w:document" + NAMESPACES + "><w:body>" + body
                        + "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"r2\"/>" + page
                        + "<w:pgMar w:top=\"1304\" w:right=\"1304\" w:bottom=\"1304\" w:left=\"1304\" w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/>"
                        + "</w:sectPr></w:body></w:document>");
        parts.put(
                "word/_rels/document.xml.rels",
                HEAD
                        + relationships("<Relationship Id=\"r1\" Type=\"" + OFFICE
                                + "relationships/styles\" Target=\"styles.xml\"/><Relationship Id=\"r2\" Type=\""
                                + OFFICE
                                + "relationships/footer\" Target=\"footer1.xml\"/>" + relations));
        parts.put("word/styles.xml", HEAD + styles());
        parts.put("word/footer1.xml", HEAD + footer());
        parts.putAll(more);
        return zip(parts);
    }

    private static String types() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\"" + KIND + "document.main+xml\"/>"
                + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + KIND + "styles+xml\"/>"
                + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + KIND + "footer+xml\"/></Types>";
    }

    private static String relationships(String inside) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + inside + "</Relationships>";
    }

    /** As official papers are set: title in 小标宋, body in 仿宋, headings in 黑体. */
    private static String styles() {
        return "<w:styles" + NAMESPACES + "><w:docDefaults><w:rPrDefault><w:rPr>" + font("仿宋", 24)
                + "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line=\"336\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>"
                + style("Normal", " w:default=\"1\"", "", "")
                + style(
                        "Title",
                        "",
                        "<w:jc w:val=\"center\"/><w:spacing w:before=\"120\" w:after=\"240\"/>",
                        font("方正小标宋简体", 40) + "<w:b/>")
                + style(
                        "Heading1",
                        "",
                        "<w:keepNext/><w:spacing w:before=\"160\" w:after=\"60\"/>",
                        font("黑体", 26) + "<w:b/>")
                + style("Cell", "", "<w:spacing w:line=\"280\" w:lineRule=\"auto\"/>", font("仿宋", 21))
                + style("Small", "", "<w:spacing w:line=\"264\" w:lineRule=\"auto\"/>", font("仿宋", 18))
                + "</w:styles>";
    }

    private static String style(String id, String more, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"" + more + "><w:name w:val=\"" + id + "\"/>"
                + (more.isEmpty() ? "<w:basedOn w:val=\"Normal\"/>" : "") + "<w:pPr>" + paragraph + "</w:pPr><w:rPr>"
                + run + "</w:rPr></w:style>";
    }

    private static String font(String chinese, int halfPoints) {
        return "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"" + chinese
                + "\"/><w:sz w:val=\"" + halfPoints + "\"/>";
    }

    private static String footer() {
        return "<w:ftr" + NAMESPACES + "><w:p><w:pPr><w:pStyle w:val=\"Small\"/><w:jc w:val=\"center\"/></w:pPr>"
                + run("第 ", "") + field("PAGE") + run(" 页　共 ", "") + field("NUMPAGES") + run(" 页", "")
                + "</w:p></w:ftr>";
    }

    private static String field(String name) {
        return "<w:fldSimple w:instr=\" " + name + " \"><w:r><w:t>1</w:t></w:r></w:fldSimple>";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setLastModifiedTime(java.nio.file.attribute.FileTime.fromMillis(0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}

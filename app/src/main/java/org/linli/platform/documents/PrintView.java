package org.linli.platform.documents;

import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A filled .docx as a page for the printer: paragraphs, runs, tables, pictures and page breaks. */
final class PrintView {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private final Docx docx;
    private final PrintFont font;
    private final Styles styles;
    private final Numbering numbering;
    private final Document page;
    private final Map<String, String> pictures = new HashMap<>();
    private final Set<String> lacking = new TreeSet<>();

    PrintView(Docx docx, PrintFont font) throws DocumentRefused {
        this.docx = docx;
        this.font = font;
        this.styles = new Styles(docx);
        this.numbering = new Numbering(docx, styles);
        try {
            this.page = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    Document html() throws DocumentRefused {
        Element source = Xml.child(docx.tree(Docx.MAIN).getDocumentElement(), "body")
                .orElseThrow(() -> new DocumentRefused(DocumentRefused.Reason.NOT_A_DOCUMENT, Docx.MAIN));
        findPictures();
        Element html = element("html");
        page.appendChild(html);
        Element head = append(html, "head", "");
        append(head, "style", "").setTextContent(PageSetting.css(source));
        Element body = append(html, "body", "");
        blocks(source, body);
        if (!lacking.isEmpty()) {
            append(body, "p", "margin-top:12pt;font-size:9pt;border-top:0.5pt solid #000;")
                    .setTextContent("注：文中 " + String.join("、", lacking) + " 为打印字库没有的生僻字，以统一码编号代替；正式印发前请按原文手工补写。");
        }
        return page;
    }

    private void findPictures() throws DocumentRefused {
        if (!docx.has(Docx.RELATIONS)) {
            return;
        }
        for (Element relation : Xml.children(docx.tree(Docx.RELATIONS).getDocumentElement())) {
            if (relation.getAttribute("Type").endsWith("/image")) {
                pictures.put(relation.getAttribute("Id"), "word/" + relation.getAttribute("Target"));
            }
        }
    }

    private void blocks(Element source, Element target) {
        for (Element block : Xml.children(source)) {
            switch (block.getLocalName()) {
                case "p" -> paragraph(block, target);
                case "tbl" -> new TableView(styles, this::blocks).write(block, target);
                case "sdt", "sdtContent", "ins", "smartTag", "customXml" -> blocks(block, target);
                default -> {
                    // Settings of sections, bookmarks and the like print nothing.
                }
            }
        }
    }

    private void paragraph(Element source, Element target) {
        Element paragraph = append(target, "p", styles.paragraph(source));
        String number = numbering.next(source);
        if (!number.isEmpty()) {
            append(paragraph, "span", "").setTextContent(font.printable(number, lacking));
        }
        inline(source, source, paragraph);
        if (paragraph.getTextContent().isEmpty()
                && Xml.descendants(paragraph, "img", "br", "div").isEmpty()) {
            paragraph.setTextContent("\u00a0");
        }
    }

    private void inline(Element paragraph, Element source, Element target) {
        for (Element part : Xml.children(source)) {
            switch (part.getLocalName()) {
                case "r" -> {
                    if (!styles.isHidden(paragraph, part)) {
                        run(part, append(target, "span", styles.run(paragraph, part)));
                    }
                }
                case "hyperlink", "ins", "smartTag", "sdt", "sdtContent", "fldSimple" ->
                    inline(paragraph, part, target);
                default -> {
                    // Deleted text and marks print nothing.
                }
            }
        }
    }

    private void run(Element source, Element target) {
        for (Element part : Xml.children(source)) {
            switch (part.getLocalName()) {
                case "t" -> target.appendChild(page.createTextNode(font.printable(part.getTextContent(), lacking)));
                case "tab" -> target.appendChild(page.createTextNode("\u3000\u3000"));
                case "noBreakHyphen" -> target.appendChild(page.createTextNode("-"));
                case "br" -> {
                    if (Xml.attribute(part, "type").equals("page")) {
                        append(target, "div", "page-break-after:always;");
                    } else {
                        append(target, "br", "");
                    }
                }
                case "drawing" -> picture(part, target);
                default -> {
                    // Fields, footnote marks and layout hints print nothing.
                }
            }
        }
    }

    private void picture(Element drawing, Element target) {
        List<Element> found = Xml.descendants(drawing, "blip");
        List<Element> extent = Xml.descendants(drawing, "extent");
        if (found.isEmpty() || extent.isEmpty()) {
            return;
        }
        String part = pictures.getOrDefault(Xml.attribute(found.getFirst(), "embed"), "");
        byte[] content = docx.part(part);
        String type = part.toLowerCase(Locale.ROOT).endsWith(".png") ? "image/png" : "image/jpeg";
        if (content == null) {
            return;
        }
        StringBuilder css = new StringBuilder();
        css.append("width:").append(points(extent.getFirst(), "cx")).append(";height:");
        css.append(points(extent.getFirst(), "cy")).append(';');
        Element image = append(target, "img", css.toString());
        image.setAttribute(
                "src", "data:" + type + ";base64," + Base64.getEncoder().encodeToString(content));
        image.setAttribute("alt", "");
    }

    /** English metric units to points. */
    private static String points(Element extent, String side) {
        String emu = Xml.attribute(extent, side);
        return (emu.matches("\\d{1,9}") ? Styles.decimal(emu, 12_700) : "0") + "pt";
    }

    private Element append(Element parent, String name, String css) {
        Element made = element(name);
        if (!css.isEmpty()) {
            made.setAttribute("style", css);
        }
        parent.appendChild(made);
        return made;
    }

    private Element element(String name) {
        return page.createElementNS(XHTML, name);
    }
}

package org.linli.platform.documents;

import java.util.Optional;
import org.w3c.dom.Element;

/** The paper's size and margins, as of its last section, and the page numbers at its foot. */
final class PageSetting {

    private static final int A4_WIDTH = 11_906;
    private static final int A4_HEIGHT = 16_838;

    private PageSetting() {}

    static String css(Element body) {
        Optional<Element> section = Xml.child(body, "sectPr");
        StringBuilder css = new StringBuilder("@page{size:");
        css.append(of(section, "pgSz", "w", A4_WIDTH)).append(' ').append(of(section, "pgSz", "h", A4_HEIGHT));
        for (String side : new String[] {"top", "right", "bottom", "left"}) {
            css.append(";margin-").append(side).append(':').append(of(section, "pgMar", side, 1_440));
        }
        return css + """
                ;@bottom-center{content:'第 ' counter(page) ' 页　共 ' counter(pages) ' 页';
                font-family:%1$s;font-size:9pt}}
                body{font-family:%1$s;margin:0;font-size:10.5pt;line-height:1.3}
                p{margin:0;white-space:pre-wrap}
                table{border-collapse:collapse;-fs-table-paginate:paginate}
                tr{page-break-inside:avoid}
                td{padding:1pt 5pt;vertical-align:top}
                """.formatted(PrintFont.FAMILY);
    }

    private static String of(Optional<Element> section, String property, String attribute, int absent) {
        String twips = section.flatMap(found -> Xml.child(found, property))
                .map(found -> Xml.attribute(found, attribute))
                .filter(value -> value.matches("\\d{1,5}"))
                .orElse(Integer.toString(absent));
        return Styles.decimal(twips, 20) + "pt";
    }
}

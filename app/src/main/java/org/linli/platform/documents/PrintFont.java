package org.linli.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The one font of printed papers: Noto Sans SC, cut to GBK, what the 通用规范汉字表 has beyond it, and symbols.
 *
 * <p>The Kangxi radicals and some signs are left out: they share their outlines with ordinary characters, and a PDF would
 * hand them out in place of these when its text is searched or copied.
 */
final class PrintFont {

    static final String FAMILY = "linli-print";

    private final byte[] file = Docx.resource("/fonts/NotoSansSC-Linli.ttf");
    private final CmapLookup characters;

    PrintFont() {
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            this.characters = font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open() {
        return new ByteArrayInputStream(file);
    }

    /** The text with each character that the font lacks named by its code, so that nobody takes a blank for a name. */
    String printable(String text, Set<String> lacking) {
        StringBuilder printed = new StringBuilder();
        text.codePoints().forEach(code -> {
            if (code < ' ' || characters.getGlyphId(code) != 0) {
                printed.appendCodePoint(code);
            } else if (Character.isSpaceChar(code)) {
                printed.append(' ');
            } else {
                String name = "〔U+%04X〕".formatted(code);
                lacking.add(name);
                printed.append(name);
            }
        });
        return printed.toString();
    }
}

package org.linli.platform.documents;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.springframework.stereotype.Component;

/**
 * Lines of text as a PDF that says on every page for whom it was made: large and pale across the page, under the text, and small at its
 * foot. For papers that leave the house once, of any length; no template is needed.
 */
@Component
public class WatermarkedPages {

    private static final PDRectangle PAPER = PDRectangle.A4;
    private static final float MARGIN = 50;
    private static final float FOOT = 30;
    private static final float SIZE = 10;
    private static final float SMALL = 7;
    private static final float LEADING = 15;
    private static final float LARGE = 22;
    private static final float STEP = 170;
    private static final double SLOPE = Math.toRadians(35);
    private static final Color PALE = new Color(225, 225, 225);
    private static final Color GREY = new Color(110, 110, 110);

    /** @param mark for whom and on what ground, one line @param lines an empty one leaves a gap; long ones are broken */
    public byte[] pdf(String mark, List<String> lines) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PrintFont print = new PrintFont();
            PDFont font = PDType0Font.load(document, print.open());
            String printedMark = print.printable(mark, new TreeSet<>());
            List<String> broken = new ArrayList<>();
            for (String line : lines) {
                broken.addAll(broken(print.printable(line, new TreeSet<>()), font));
            }
            int onPage = (int) ((PAPER.getHeight() - 2 * MARGIN) / LEADING);
            int pages = Math.max(1, (broken.size() + onPage - 1) / onPage);
            for (int page = 0; page < pages; page++) {
                int from = page * onPage;
                List<String> shown = broken.subList(from, Math.min(broken.size(), from + onPage));
                write(document, font, printedMark, shown, (page + 1) + " / " + pages);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDDocument document, PDFont font, String mark, List<String> lines, String number)
            throws IOException {
        PDPage page = new PDPage(PAPER);
        document.addPage(page);
        try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
            ink.setNonStrokingColor(PALE);
            for (float y = 0; y < PAPER.getHeight() + PAPER.getWidth(); y += STEP) {
                ink.beginText();
                ink.setFont(font, LARGE);
                ink.setTextMatrix(Matrix.getRotateInstance(SLOPE, -MARGIN, y - PAPER.getWidth() / 2));
                ink.showText(mark + "   " + mark);
                ink.endText();
            }
            ink.setNonStrokingColor(Color.BLACK);
            float y = PAPER.getHeight() - MARGIN;
            for (String line : lines) {
                text(ink, font, SIZE, MARGIN, y, line);
                y -= LEADING;
            }
            ink.setNonStrokingColor(GREY);
            text(ink, font, SMALL, MARGIN, FOOT, mark);
            text(ink, font, SMALL, MARGIN, FOOT - SMALL - 2, number);
        }
    }

    private static void text(PDPageContentStream ink, PDFont font, float size, float x, float y, String text)
            throws IOException {
        ink.beginText();
        ink.setFont(font, size);
        ink.newLineAtOffset(x, y);
        ink.showText(text);
        ink.endText();
    }

    private static List<String> broken(String line, PDFont font) throws IOException {
        float most = (PAPER.getWidth() - 2 * MARGIN) / SIZE * 1_000;
        List<String> lines = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        float width = 0;
        for (int code : line.codePoints().toArray()) {
            String character = Character.toString(code);
            float wide = font.getStringWidth(character);
            if (width + wide > most) {
                lines.add(now.toString());
                now.setLength(0);
                width = 0;
            }
            now.append(character);
            width += wide;
        }
        lines.add(now.toString());
        return lines;
    }
}

package org.linli.decisions.scrutiny;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;

/** Pictures of a white page of 600 by 1000 with the code of a ballot at its foot, between 760 and 960. */
final class ScanSamples {

    private static final int CODE = 200;

    private ScanSamples() {}

    static BufferedImage blank() {
        BufferedImage page = new BufferedImage(600, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = page.createGraphics();
        ink.setColor(Color.WHITE);
        ink.fillRect(0, 0, page.getWidth(), page.getHeight());
        ink.dispose();
        return page;
    }

    /** Made from a template: the signature may stand above the code. */
    static BufferedImage upright() {
        return withCode("https://linli.example/votes/12-3");
    }

    /** As Linli prints it: the code carries the ballot's number, and all that names somebody stands below its edge. */
    static BufferedImage numbered() {
        return withCode("https://linli.example/votes/12-3#8f3a91c08f3a91c08f3a91c08f3a91c0");
    }

    private static BufferedImage withCode(String text) {
        BufferedImage page = blank();
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, CODE, CODE);
            for (int y = 0; y < CODE; y++) {
                for (int x = 0; x < CODE; x++) {
                    page.setRGB(50 + x, 760 + y, code.get(x, y) ? 0 : Color.WHITE.getRGB());
                }
            }
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
        return page;
    }

    static BufferedImage upsideDown() {
        BufferedImage page = upright();
        BufferedImage turned = blank();
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                turned.setRGB(page.getWidth() - 1 - x, page.getHeight() - 1 - y, page.getRGB(x, y));
            }
        }
        return turned;
    }

    static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    /** The pictures as pages of a PDF, a point a pixel. */
    static byte[] pdf(BufferedImage... pictures) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage picture : pictures) {
                PDPage page = new PDPage(new PDRectangle(picture.getWidth(), picture.getHeight()));
                document.addPage(page);
                try (PDPageContentStream ink = new PDPageContentStream(document, page)) {
                    ink.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}

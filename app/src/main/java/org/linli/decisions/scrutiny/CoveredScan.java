package org.linli.decisions.scrutiny;

import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.Result;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A scan with everything covered that names somebody: a decoded copy, opaque below the last question and at the head, encoded anew, so
 * that neither the pixels below nor the camera's notes are left.
 *
 * <p>The code printed on each ballot ({@code decisions/reach/paper-print}) tells where its foot with signature, room and number begins,
 * and which way is up, however the page lies. Without a code that can be read nothing is shown.
 */
final class CoveredScan {

    /**
     * From the code's upper marks upwards, in tenths of the distance between its marks. On a ballot printed by {@code paper-print}, whose code
     * carries its number, nothing that names the owner stands above the code's edge. On one made from a template, whose code is the
     * vote's address, the signature may stand above it.
     */
    private static final int NUMBERED_FOOT_TENTHS = 3;

    private static final int TEMPLATE_FOOT_TENTHS = 15;
    private static final String NUMBER_FOLLOWS = "#";

    /** The code is looked for in the whole picture, then in one of half its sides, and of a third. */
    private static final List<Integer> SHRINKS = List.of(1, 2, 3);

    private static final int HEAD_PERCENT = 15;
    private static final long PIXELS_AT_MOST = 30_000_000;
    private static final int PAGES_AT_MOST = 8;
    private static final int DPI = 150;
    private static final int POINTS_AN_INCH = 72;

    private CoveredScan() {}

    /** A JPEG for the screen; empty when the file has no page that can be covered. */
    static Optional<byte[]> of(Path scan) {
        try {
            Optional<BufferedImage> picture = read(scan);
            return picture.isPresent() ? covered(picture.get()) : ofPages(scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<byte[]> covered(BufferedImage picture) throws IOException {
        Optional<Foot> foot = foot(picture);
        if (foot.isEmpty()) {
            return Optional.empty();
        }
        cover(picture, foot.get());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", out);
        return Optional.of(out.toByteArray());
    }

    /** Of a PDF the first page with a code: only where the code stands can be told what to cover. */
    private static Optional<byte[]> ofPages(Path scan) throws IOException {
        try (PDDocument document = Loader.loadPDF(scan.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < Math.min(document.getNumberOfPages(), PAGES_AT_MOST); page++) {
                if (isDrawable(document.getPage(page).getCropBox())) {
                    Optional<byte[]> covered = covered(renderer.renderImageWithDPI(page, DPI, ImageType.RGB));
                    if (covered.isPresent()) {
                        return covered;
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            // No PDF, a damaged one, or one behind a password: nothing can be shown of it.
            return Optional.empty();
        }
    }

    private static boolean isDrawable(PDRectangle page) {
        return (long) page.getWidth() * (long) page.getHeight() * DPI / POINTS_AN_INCH * DPI / POINTS_AN_INCH
                <= PIXELS_AT_MOST;
    }

    /** Asks for the size first: a small file may claim to be an enormous picture. */
    private static Optional<BufferedImage> read(Path scan) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(scan.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                return pixels > PIXELS_AT_MOST ? Optional.empty() : Optional.of(copy(reader.read(0)));
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage copy(BufferedImage picture) {
        BufferedImage copy = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var ink = copy.createGraphics();
        ink.drawImage(picture, 0, 0, Color.WHITE, null);
        ink.dispose();
        return copy;
    }

    /** Where the code stands: its upper left mark, the way up from the lower left to it, and how much above it is covered. */
    private record Foot(float x, float y, float upX, float upY, int tenths) {
        /** How far up a pixel is; the foot begins at {@link #edge}. */
        double height(int pixelX, int pixelY) {
            return pixelX * (double) upX + pixelY * (double) upY;
        }

        double edge() {
            return x * (double) upX + y * (double) upY + (upX * (double) upX + upY * (double) upY) * tenths / 10;
        }
    }

    /** A clear code is at times not found at one size and found at another, or by one way of telling dark from light: each is tried. */
    private static Optional<Foot> foot(BufferedImage picture) {
        return SHRINKS.stream()
                .flatMap(shrink -> {
                    LuminanceSource grey = luminance(picture, shrink);
                    return Stream.of(new HybridBinarizer(grey), new GlobalHistogramBinarizer(grey))
                            .flatMap(black -> code(black).stream())
                            .map(code -> foot(code, shrink));
                })
                .findFirst();
    }

    private static LuminanceSource luminance(BufferedImage picture, int shrink) {
        int width = picture.getWidth() / shrink;
        int height = picture.getHeight() / shrink;
        BufferedImage small = picture;
        if (shrink > 1 && width > 0 && height > 0) {
            small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            var ink = small.createGraphics();
            ink.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            ink.drawImage(picture, 0, 0, width, height, null);
            ink.dispose();
        }
        int[] pixels = small.getRGB(0, 0, small.getWidth(), small.getHeight(), null, 0, small.getWidth());
        return new RGBLuminanceSource(small.getWidth(), small.getHeight(), pixels);
    }

    private static Optional<Result> code(Binarizer black) {
        try {
            return Optional.of(
                    new QRCodeReader().decode(new BinaryBitmap(black), Map.of(DecodeHintType.TRY_HARDER, true)));
        } catch (ReaderException noCode) {
            return Optional.empty();
        }
    }

    private static Foot foot(Result code, int shrink) {
        ResultPoint[] marks = code.getResultPoints();
        ResultPoint lower = marks[0];
        ResultPoint upper = marks[1];
        return new Foot(
                upper.getX() * shrink,
                upper.getY() * shrink,
                (upper.getX() - lower.getX()) * shrink,
                (upper.getY() - lower.getY()) * shrink,
                code.getText().contains(NUMBER_FOLLOWS) ? NUMBERED_FOOT_TENTHS : TEMPLATE_FOOT_TENTHS);
    }

    private static void cover(BufferedImage picture, Foot foot) {
        int right = picture.getWidth() - 1;
        int bottom = picture.getHeight() - 1;
        double top = Math.max(
                Math.max(foot.height(0, 0), foot.height(right, 0)),
                Math.max(foot.height(0, bottom), foot.height(right, bottom)));
        double low = Math.min(
                Math.min(foot.height(0, 0), foot.height(right, 0)),
                Math.min(foot.height(0, bottom), foot.height(right, bottom)));
        double head = top - (top - low) * HEAD_PERCENT / 100;
        for (int y = 0; y <= bottom; y++) {
            for (int x = 0; x <= right; x++) {
                double height = foot.height(x, y);
                if (height < foot.edge() || height > head) {
                    picture.setRGB(x, y, Color.DARK_GRAY.getRGB());
                }
            }
        }
    }
}

package org.linli.platform.files;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;

/** Photos as they are kept: decoded and drawn anew, so that neither place nor device nor anything else is left beside the picture. */
public final class Photos {

    private static final int BYTES_AT_MOST = 5_000_000;
    private static final long PIXELS_AT_MOST = 60_000_000;
    private static final int LONG_SIDE = 2_000;
    private static final float QUALITY = 0.85f;

    private Photos() {}

    /** What came of a photo. */
    public sealed interface Taken {}

    /** @param jpeg the picture alone, at most 2000 pixels a side */
    public record Kept(byte[] jpeg) implements Taken {}

    /** Not taken. */
    public record NotKept(Reason reason) implements Taken {}

    public enum Reason {
        MISSING,
        TOO_LARGE,
        NOT_A_PHOTO
    }

    /** @param content JPEG or PNG of at most 5 MB, told by its content */
    public static Taken take(InputStream content) {
        try {
            byte[] raw = content.readNBytes(BYTES_AT_MOST + 1);
            if (raw.length == 0) {
                return new NotKept(Reason.MISSING);
            }
            if (raw.length > BYTES_AT_MOST) {
                return new NotKept(Reason.TOO_LARGE);
            }
            Optional<BufferedImage> picture = decode(raw);
            return picture.isPresent()
                    ? new Kept(encode(drawn(picture.get(), ExifOrientation.of(raw))))
                    : new NotKept(Reason.NOT_A_PHOTO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<BufferedImage> decode(byte[] raw) throws IOException {
        try (ImageInputStream in = ImageIO.createImageInputStream(new java.io.ByteArrayInputStream(raw))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                String format = reader.getFormatName();
                boolean known = format.equalsIgnoreCase("JPEG") || format.equalsIgnoreCase("PNG");
                boolean fits = known && (long) reader.getWidth(0) * reader.getHeight(0) <= PIXELS_AT_MOST;
                return fits ? Optional.of(reader.read(0)) : Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }

    /** Upright, no larger than needed, on white. */
    private static BufferedImage drawn(BufferedImage from, ExifOrientation orientation) {
        int longSide = Math.max(from.getWidth(), from.getHeight());
        double scale = Math.min(1.0, (double) LONG_SIDE / longSide);
        int width = Math.max(1, (int) (from.getWidth() * scale));
        int height = Math.max(1, (int) (from.getHeight() * scale));
        boolean lies = orientation.swapsSides();
        BufferedImage to = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = to.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, to.getWidth(), to.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        AffineTransform upright = orientation.upright(width, height);
        upright.scale((double) width / from.getWidth(), (double) height / from.getHeight());
        pen.drawImage(from, upright, null);
        pen.dispose();
        return to;
    }

    private static byte[] encode(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), how);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}

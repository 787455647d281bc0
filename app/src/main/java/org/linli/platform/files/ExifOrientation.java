package org.linli.platform.files;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a camera was held: the one thing beside the picture that is needed to show it upright.
 *
 * @param value 1 to 8 as in the Exif standard
 */
record ExifOrientation(int value) {

    private static final ExifOrientation UPRIGHT = new ExifOrientation(1);
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;
    private static final int TAG = 0x0112;
    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};

    /** What the file says, upright if it says nothing that can be read. */
    static ExifOrientation of(byte[] file) {
        int at = 2;
        while (at + 4 <= file.length && (file[at] & 0xFF) == 0xFF) {
            int marker = file[at + 1] & 0xFF;
            int length = (file[at + 2] & 0xFF) << 8 | file[at + 3] & 0xFF;
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > file.length) {
                return UPRIGHT;
            }
            if (marker == APP1 && isExif(file, at + 4, length - 2)) {
                return ofTiff(ByteBuffer.wrap(file, at + 4 + EXIF.length, length - 2 - EXIF.length)
                        .slice());
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static boolean isExif(byte[] file, int at, int length) {
        if (length < EXIF.length + 8) {
            return false;
        }
        for (int i = 0; i < EXIF.length; i++) {
            if (file[at + i] != EXIF[i]) {
                return false;
            }
        }
        return true;
    }

    private static ExifOrientation ofTiff(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            if (entry + 12 > tiff.limit()) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? new ExifOrientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    boolean swapsSides() {
        return value >= 5;
    }

    /** Turns a picture of this size upright. @param width before turning, in pixels @param height before turning */
    AffineTransform upright(int width, int height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

package org.linli.testing;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A code on a page of ours, drawn as a browser does and read as a phone does. */
public final class PrintedCode {

    private static final Pattern CODE =
            Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\".*?<path d=\"([^\"]+)\"", Pattern.DOTALL);
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");
    private static final int PIXELS = 6;

    private PrintedCode() {}

    /** What the first code of a page says. */
    public static String read(String page) throws ReaderException {
        Matcher code = CODE.matcher(page);
        if (!code.find()) {
            throw NotFoundException.getNotFoundInstance();
        }
        int size = Integer.parseInt(code.group(1));
        int[] pixels = new int[size * size * PIXELS * PIXELS];
        Arrays.fill(pixels, 0xffffff);
        Matcher square = SQUARE.matcher(code.group(2));
        while (square.find()) {
            for (int y = 0; y < PIXELS; y++) {
                int from = (Integer.parseInt(square.group(2)) * PIXELS + y) * size * PIXELS
                        + Integer.parseInt(square.group(1)) * PIXELS;
                Arrays.fill(pixels, from, from + PIXELS, 0);
            }
        }
        LuminanceSource picture = new RGBLuminanceSource(size * PIXELS, size * PIXELS, pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(picture)))
                .getText();
    }
}

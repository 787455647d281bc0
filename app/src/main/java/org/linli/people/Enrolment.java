package org.linli.people;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.HexFormat;
import java.util.Map;

/**
 * An authenticator app to be enrolled.
 *
 * @param account whose
 * @param secret not stored with the account yet
 */
public record Enrolment(AccountId account, byte[] secret) {

    static final int QUIET_ZONE = 4;

    public static Enrolment begin(AccountId account) {
        return new Enrolment(account, Totp.newSecret());
    }

    /** Reads what {@link #text()} wrote. */
    public static Enrolment of(String text) {
        int space = text.indexOf(' ');
        return new Enrolment(
                new AccountId(Long.parseLong(text.substring(0, space))),
                HexFormat.of().parseHex(text.substring(space + 1)));
    }

    /** For the session, which keeps it encrypted. */
    public String text() {
        return account + " " + HexFormat.of().formatHex(secret);
    }

    /** The secret for typing, in groups of four. */
    public String typable() {
        return Totp.base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The QR code as an SVG path and its size in squares. */
    public Qr qr(String username) {
        try {
            BitMatrix bits = new QRCodeWriter()
                    .encode(
                            Totp.uri(username, secret),
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, QUIET_ZONE));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < bits.getHeight(); y++) {
                for (int x = 0; x < bits.getWidth(); x++) {
                    if (bits.get(x, y)) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new Qr(path.toString(), bits.getWidth());
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param path SVG path data @param size squares along one side, quiet zone included */
    public record Qr(String path, int size) {}
}

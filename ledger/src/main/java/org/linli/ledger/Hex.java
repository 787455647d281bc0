package org.linli.ledger;

import java.util.HexFormat;

/** Lower-case hexadecimal digits, the only spelling accepted. */
final class Hex {
    private static final HexFormat FORMAT = HexFormat.of();

    private Hex() {}

    static String write(byte[] bytes) {
        return FORMAT.formatHex(bytes);
    }

    static byte[] read(String hex, int length) {
        byte[] bytes = read(hex);
        if (bytes.length != length) {
            throw new MalformedException("%d bytes where %d belong".formatted(bytes.length, length));
        }
        return bytes;
    }

    static byte[] read(String hex) {
        boolean lowerCase = hex.chars().allMatch(digit -> digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f');
        if (!lowerCase || hex.length() % 2 != 0) {
            throw new MalformedException("no lower-case hexadecimal bytes");
        }
        return FORMAT.parseHex(hex);
    }
}

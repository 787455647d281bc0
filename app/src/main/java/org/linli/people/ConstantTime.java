package org.linli.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Compares secrets in a time that does not tell how much of them was right. */
final class ConstantTime {

    private ConstantTime() {}

    static boolean equals(String left, String right) {
        return MessageDigest.isEqual(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}

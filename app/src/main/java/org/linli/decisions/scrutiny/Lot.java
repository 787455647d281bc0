package org.linli.decisions.scrutiny;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * Draws papers so that anybody can draw the same again: by SHA-256 of {@code <seed>/<digits>/<paper number>}, the lowest first. The seed
 * is the server's and stands before the two type their digits, so that neither chooses.
 */
final class Lot {

    private Lot() {}

    static List<Integer> draw(String seed, String digits, Collection<Integer> papers, int size) {
        return papers.stream()
                .sorted(Comparator.comparing((Integer paper) -> ticket(seed, digits, paper)))
                .limit(size)
                .toList();
    }

    private static String ticket(String seed, String digits, int paper) {
        try {
            byte[] text = (seed + "/" + digits + "/" + paper).getBytes(StandardCharsets.US_ASCII);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

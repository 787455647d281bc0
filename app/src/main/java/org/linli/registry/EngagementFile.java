package org.linli.registry;

import java.time.Instant;
import org.linli.platform.files.DocumentType;

/**
 * A document of an engagement: the signed contract, an amendment, the record of the exit.
 *
 * @param number of the document within the engagement, from 1; the highest is the newest
 * @param title what the clerk called it
 * @param hash SHA-256 of its content, lower-case hexadecimal
 * @param bytes size of its content
 */
public record EngagementFile(
        int engagement,
        int number,
        Kind kind,
        String title,
        DocumentType type,
        String hash,
        long bytes,
        Instant addedAt,
        String addedBy) {

    /** What the document shows. */
    public enum Kind {
        /** 合同: the signed contract, a renewal of it, or an amendment. */
        CONTRACT,
        /** 退出: the dismissal or notice and the hand-over by which the service ends. */
        EXIT
    }

    /** The size in words: tenths of a megabyte, at least 0.1. */
    public String megabytes() {
        return megabytes(bytes);
    }

    static String megabytes(long bytes) {
        long tenths = Math.max(1, bytes / 100_000);
        return tenths / 10 + "." + tenths % 10;
    }
}

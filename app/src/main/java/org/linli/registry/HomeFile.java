package org.linli.registry;

import java.time.Instant;
import org.linli.platform.files.DocumentType;

/**
 * A document behind a change of owners: a certificate, judgment or notarial deed.
 *
 * @param number of the document within the home, from 1; the highest is the newest
 * @param title what it shows, as the clerk wrote it
 * @param hash SHA-256 of its content, lower-case hexadecimal
 * @param bytes size of its content
 */
public record HomeFile(
        int number, String title, DocumentType type, String hash, long bytes, Instant addedAt, String addedBy) {

    /** The size in words: tenths of a megabyte, at least 0.1. */
    public String megabytes() {
        return EngagementFile.megabytes(bytes);
    }
}

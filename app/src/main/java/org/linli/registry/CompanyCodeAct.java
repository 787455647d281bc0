package org.linli.registry;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;

/**
 * One act on a credit code that fails its check; the last one says how the code stands.
 *
 * @param number ascending from 1
 * @param note what was seen, or why it was confirmed or refused
 * @param scan the certificate; empty for codes that passed by a note alone, before a certificate was asked for
 */
public record CompanyCodeAct(
        int number, Kind kind, String note, Optional<Scan> scan, long accountId, String by, Instant at) {

    /** What was done. */
    public enum Kind {
        /** The certificate was handed in; the code waits for a second person. */
        SHOWN,
        /** A second person of the department has seen the certificate: the code is right. */
        CONFIRMED,
        /** The certificate does not show it. */
        REFUSED
    }

    /** The act that shows the latest certificate. @param acts newest first */
    public static Optional<CompanyCodeAct> certificate(List<CompanyCodeAct> acts) {
        return acts.stream().filter(act -> act.scan().isPresent()).findFirst();
    }

    /** @param hash SHA-256 of its content */
    public record Scan(String hash, DocumentType type) {}

    static Optional<Scan> scan(@Nullable String hash, @Nullable String type) {
        return hash == null || type == null
                ? Optional.empty()
                : Optional.of(new Scan(hash, DocumentType.valueOf(type)));
    }
}

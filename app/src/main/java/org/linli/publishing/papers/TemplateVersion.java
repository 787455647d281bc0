package org.linli.publishing.papers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A template as the city put it in place.
 *
 * @param number counts up from 1 for each paper
 * @param hash where the file store keeps it; null where the city went back to Linli's own
 * @param note why, as the city wrote it; may be empty
 */
public record TemplateVersion(
        String paper, int number, @Nullable String hash, String note, Instant at, String by) {}

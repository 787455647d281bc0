package org.linli.registry.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.springframework.stereotype.Component;

/** Takes in papers: PDF, JPEG or PNG by content, of at most 20 MB, encrypted at rest by the file store. */
@Component
class Papers {

    private static final long BYTES_AT_MOST = 20_000_000L;

    private final FileStore files;

    Papers(FileStore files) {
        this.files = files;
    }

    /** @param hash of the content, by which the file store gives it back */
    record Stored(DocumentType type, String hash, long bytes) {}

    /** Stores a paper; empty when it is none of the types, empty or too large. */
    Optional<Stored> put(InputStream content) {
        try (FileStore.Copy draft = files.draft(content)) {
            long bytes = Files.size(draft.path());
            Optional<DocumentType> type = DocumentType.of(draft.path());
            if (bytes == 0 || bytes > BYTES_AT_MOST || type.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream whole = Files.newInputStream(draft.path())) {
                return Optional.of(new Stored(type.get(), files.put(whole), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.linli.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.function.Function;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.springframework.stereotype.Component;

/** Looks at a document that somebody hands in before anything of it is kept. */
@Component
class DocumentIntake {

    static final int FILES_AT_MOST = 50;

    private static final int MEGABYTES_AT_MOST = 20;

    private final FileStore files;

    DocumentIntake(FileStore files) {
        this.files = files;
    }

    /** A sound document, not kept yet. @param bytes size of its content */
    record Document(FileStore store, FileStore.Copy draft, DocumentType type, long bytes) {

        /** Keeps the content, before any row speaks of it. @return its hash */
        String keep() {
            try (InputStream whole = Files.newInputStream(draft.path())) {
                return store.put(whole);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Goes on with the document, or says why it is none.
     *
     * @param content PDF, JPEG or PNG of at most 20 MB
     */
    Outcome take(InputStream content, Function<Document, Outcome> next) {
        try (FileStore.Copy draft = files.draft(content)) {
            long bytes = Files.size(draft.path());
            if (bytes == 0) {
                return Outcome.Refused.of("file", "file-missing");
            }
            if (bytes > MEGABYTES_AT_MOST * 1_000_000L) {
                return Outcome.Refused.of("file", "file-too-large", MEGABYTES_AT_MOST);
            }
            Optional<DocumentType> type = DocumentType.of(draft.path());
            return type.isEmpty()
                    ? Outcome.Refused.of("file", "file-type")
                    : next.apply(new Document(files, draft, type.get(), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

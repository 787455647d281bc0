package org.linli.decisions.reach;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.springframework.stereotype.Component;

/** Photos, scans and forms handed in as evidence: typed by content, stored before the row that names them. */
@Component
public class Evidence {

    private static final long BYTES_AT_MOST = 20_000_000;

    private final FileStore files;

    Evidence(FileStore files) {
        this.files = files;
    }

    /** What was handed in. */
    public sealed interface Taken {}

    /** @param hash where {@code FileStore} keeps it */
    public record Kept(String hash, DocumentType type) implements Taken {}

    /** Not stored. */
    public record NotKept(Problem problem) implements Taken {}

    /** @param content PDF, JPEG or PNG of at most 20 MB */
    public Taken take(InputStream content) {
        try (FileStore.Copy draft = files.draft(content)) {
            long bytes = Files.size(draft.path());
            if (bytes == 0) {
                return new NotKept(Problem.FILE_MISSING);
            }
            if (bytes > BYTES_AT_MOST) {
                return new NotKept(Problem.FILE_TOO_LARGE);
            }
            Optional<DocumentType> type = DocumentType.of(draft.path());
            if (type.isEmpty()) {
                return new NotKept(Problem.FILE_TYPE);
            }
            try (InputStream whole = Files.newInputStream(draft.path())) {
                return new Kept(files.put(whole), type.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

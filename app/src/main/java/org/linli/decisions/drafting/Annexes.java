package org.linli.decisions.drafting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.linli.decisions.DecisionItem;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.linli.rules.decisions.ballots.Annex;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** The papers attached to a decision: kept by content, typed by content, handed out to be saved. */
@Component
public class Annexes {

    /** More is no annex that an owner reads on a phone. */
    private static final long MOST_BYTES = 20L << 20;

    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final FileStore files;

    Annexes(FileStore files) {
        this.files = files;
    }

    /** Stores a paper; empty when it is too large or neither PDF, image nor Word document without macros. */
    public Optional<DecisionItem.Paper> store(Annex kind, String title, InputStream content) throws IOException {
        try (FileStore.Copy draft = files.draft(content)) {
            Optional<Type> type = type(draft.path());
            if (type.isEmpty() || Files.size(draft.path()) > MOST_BYTES) {
                return Optional.empty();
            }
            try (InputStream again = Files.newInputStream(draft.path())) {
                return Optional.of(
                        new DecisionItem.Paper(kind, title + "." + type.get().extension(), files.put(again)));
            }
        }
    }

    private record Type(String mediaType, String extension) {}

    private static Optional<Type> type(Path file) throws IOException {
        Optional<Type> known = DocumentType.of(file).map(type -> new Type(type.mediaType(), type.extension()));
        return known.isPresent() ? known : isWord(file) ? Optional.of(new Type(DOCX, "docx")) : Optional.empty();
    }

    /** A Word document by its parts, and none with a macro in it. */
    private static boolean isWord(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("[Content_Types].xml") != null
                    && zip.getEntry("word/document.xml") != null
                    && zip.stream().noneMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        } catch (ZipException noZip) {
            return false;
        }
    }

    /** Sends a paper to be saved, never shown or run inside our own origin. */
    public void send(HttpServletResponse response, DecisionItem.Paper paper) throws IOException {
        try (FileStore.Copy copy = files.open(paper.fileHash())) {
            response.setContentType(type(copy.path()).map(Type::mediaType).orElse("application/octet-stream"));
            response.setContentLengthLong(Files.size(copy.path()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("Content-Security-Policy", "sandbox");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(paper.fileName(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(copy.path(), response.getOutputStream());
        }
    }
}

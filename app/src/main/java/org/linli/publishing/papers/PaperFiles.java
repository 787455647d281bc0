package org.linli.publishing.papers;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Hands papers out to be saved, as .docx or as PDF. */
@Component
public class PaperFiles {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final OfficialPapers papers;

    PaperFiles(OfficialPapers papers) {
        this.papers = papers;
    }

    /** @param ending {@code docx} or {@code pdf} @param name as offered for saving, without its ending */
    public ResponseEntity<byte[]> send(byte[] docx, String ending, String name) {
        return ending.equals("pdf")
                ? file(papers.pdf(docx), MediaType.APPLICATION_PDF, name + ".pdf")
                : file(docx, DOCX, name + ".docx");
    }

    public static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("Content-Security-Policy", "sandbox")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}

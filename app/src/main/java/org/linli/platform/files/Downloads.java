package org.linli.platform.files;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Hands out stored documents: to be saved, never shown or run inside our own origin. */
@Component
public class Downloads {

    private final FileStore files;

    Downloads(FileStore files) {
        this.files = files;
    }

    /** @param name as offered for saving, without its ending */
    public void send(HttpServletResponse response, String hash, DocumentType type, String name) throws IOException {
        try (FileStore.Copy copy = files.open(hash)) {
            response.setContentType(type.mediaType());
            response.setContentLengthLong(Files.size(copy.path()));
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("Content-Security-Policy", "sandbox");
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION,
                    ContentDisposition.attachment()
                            .filename(name + "." + type.extension(), StandardCharsets.UTF_8)
                            .build()
                            .toString());
            Files.copy(copy.path(), response.getOutputStream());
        }
    }
}

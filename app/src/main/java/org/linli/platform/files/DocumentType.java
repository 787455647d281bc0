package org.linli.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The documents that people may hand in, told by their first bytes and never by a name or what a browser claims. */
public enum DocumentType {
    PDF("application/pdf", "pdf", "%PDF-".getBytes(StandardCharsets.US_ASCII)),
    JPEG("image/jpeg", "jpg", HexFormat.of().parseHex("ffd8ff")),
    PNG("image/png", "png", HexFormat.of().parseHex("89504e470d0a1a0a"));

    private final String mediaType;
    private final String extension;
    private final byte[] beginning;

    DocumentType(String mediaType, String extension, byte[] beginning) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.beginning = beginning;
    }

    /** The type of a file, empty if it is none of these. */
    public static Optional<DocumentType> of(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            byte[] start = content.readNBytes(8);
            return Arrays.stream(values())
                    .filter(type -> start.length >= type.beginning.length
                            && Arrays.equals(type.beginning, Arrays.copyOf(start, type.beginning.length)))
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}

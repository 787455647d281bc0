package org.linli.platform.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.linli.platform.home.LinliHome;
import org.linli.platform.keys.PersonalData;
import org.springframework.stereotype.Component;

/**
 * Files by the SHA-256 of their content, encrypted at rest in pieces of a mebibyte.
 *
 * <p>A piece carries its number inside the encryption, so that no piece can be moved, and the last one says so.
 */
@Component
public class FileStore {

    private static final int PIECE_BYTES = 1 << 20;
    private static final int HEAD_BYTES = Integer.BYTES + 1;
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final PersonalData cipher;

    FileStore(LinliHome home, PersonalData cipher) {
        this.folder = home.files();
        this.cipher = cipher;
        clearDrafts();
    }

    /** What a killed process left behind in plain text; nobody else works in a home, which is locked. */
    private void clearDrafts() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "{new-*.part,draft-*.tmp,open-*.tmp}")) {
            for (Path draft : left) {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores a file durably before it returns. Storing the same content again changes nothing. */
    public String put(InputStream content) {
        try {
            Path draft = Files.createTempFile(folder, "new-", ".part");
            try {
                String hash = write(content, draft);
                Files.move(draft, place(hash), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return hash;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what comes in where it can be looked at before it is stored; gone once closed. */
    public Copy draft(InputStream content) {
        try {
            Path draft = Files.createTempFile(folder, "draft-", ".tmp");
            Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            return new Copy(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a file is still kept. */
    public boolean has(String hash) {
        return Files.exists(place(hash));
    }

    /**
     * A readable copy outside the store, which the caller deletes by closing it.
     *
     * @throws IllegalStateException if the stored file was altered
     */
    public Copy open(String hash) {
        try {
            Path copy = Files.createTempFile(folder, "open-", ".tmp");
            try {
                read(place(hash), copy, hash);
                return new Copy(copy);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(copy);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy on disk that lasts until it is closed. @param path only the owner may read it */
    public record Copy(Path path) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String write(InputStream content, Path draft) throws IOException {
        MessageDigest digest = sha256();
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE);
                DataOutputStream out = new DataOutputStream(
                        new BufferedOutputStream(java.nio.channels.Channels.newOutputStream(channel)))) {
            int number = 0;
            boolean last;
            do {
                byte[] piece = content.readNBytes(PIECE_BYTES);
                last = piece.length < PIECE_BYTES;
                digest.update(piece);
                byte[] sealed = cipher.encrypt(ByteBuffer.allocate(HEAD_BYTES + piece.length)
                        .putInt(number++)
                        .put((byte) (last ? 1 : 0))
                        .put(piece)
                        .array());
                out.writeInt(sealed.length);
                out.write(sealed);
            } while (!last);
            out.flush();
            channel.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void read(Path stored, Path copy, String hash) throws IOException {
        MessageDigest digest = sha256();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(stored)));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(copy))) {
            int number = 0;
            boolean last;
            do {
                int length = in.readInt();
                if (length < HEAD_BYTES || length > 2 * PIECE_BYTES) {
                    throw new IllegalStateException("altered file " + hash);
                }
                ByteBuffer piece = ByteBuffer.wrap(cipher.decryptBytes(in.readNBytes(length)));
                if (piece.getInt() != number++) {
                    throw new IllegalStateException("altered file " + hash);
                }
                last = piece.get() == 1;
                byte[] content = Arrays.copyOfRange(piece.array(), HEAD_BYTES, piece.array().length);
                digest.update(content);
                out.write(content);
            } while (!last);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(hash)) {
            throw new IllegalStateException("altered file " + hash);
        }
    }

    private Path place(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("not a content hash: " + hash);
        }
        return folder.resolve(hash);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

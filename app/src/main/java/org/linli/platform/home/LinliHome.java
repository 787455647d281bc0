package org.linli.platform.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything Linli keeps: {@code postgres}, {@code keys}, {@code files}, {@code logs}.
 *
 * @param root absolute path; only the owner may write below {@code keys}
 */
public record LinliHome(Path root) {

    public LinliHome {
        root = root.toAbsolutePath().normalize();
    }

    /** {@code LINLI_HOME}, or {@code ~/.linli}. */
    public static LinliHome of(Map<String, String> environment) {
        @Nullable String chosen = environment.get("LINLI_HOME");
        if (chosen == null || chosen.isBlank()) {
            return new LinliHome(Path.of(System.getProperty("user.home"), ".linli"));
        }
        return new LinliHome(Path.of(chosen));
    }

    public Path keys() {
        return folder("keys", "rwx------");
    }

    public Path files() {
        return folder("files", "rwx------");
    }

    public Path logs() {
        return folder("logs", "rwx------");
    }

    public Path postgres() {
        return folder("postgres", "rwxr-xr-x");
    }

    /** Whether this home was begun without the demo city, and so is started without it again. */
    public boolean isWithoutDemo() {
        return Files.exists(withoutDemo());
    }

    /** Remembers that this home was begun without the demo city. */
    public void keepWithoutDemo() {
        try {
            if (!isWithoutDemo()) {
                Files.createFile(withoutDemo());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path withoutDemo() {
        return folder("", "rwxr-xr-x").resolve("without-demo");
    }

    /**
     * Makes this process the only Linli on this home.
     *
     * @throws HomeInUse if another one holds it
     */
    public FileLock lock() {
        try {
            FileChannel channel = FileChannel.open(
                    folder("", "rwxr-xr-x").resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new HomeInUse(root);
            }
            return lock;
        } catch (OverlappingFileLockException held) {
            throw new HomeInUse(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(String name, String permissions) {
        Path folder = root.resolve(name);
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another Linli runs on the same home. */
    public static final class HomeInUse extends RuntimeException {
        HomeInUse(Path root) {
            super("Another Linli already runs on " + root + ". Stop it, or choose another LINLI_HOME.");
        }
    }
}

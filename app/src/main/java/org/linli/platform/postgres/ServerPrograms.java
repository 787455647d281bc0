package org.linli.platform.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs, unpacked once from the archive that this build carries for the machine's processor. */
final class ServerPrograms {

    private static final Path MACHINE_CACHE = Path.of("/var/cache/linli");

    private final Path home;

    private ServerPrograms(Path home) {
        this.home = home;
    }

    /**
     * Beside the data; but PostgreSQL insists that its own user can reach its programs without any special ability, so
     * behind a closed folder such as {@code /root} they go to the machine's cache.
     */
    static ServerPrograms beside(Path folder, ServerUser user) {
        return new ServerPrograms(
                user.reachesWithoutHelp(folder)
                        ? folder.resolve("server-" + architecture())
                        : MACHINE_CACHE.resolve("postgres-" + architecture()));
    }

    String path(String program) {
        return home.resolve("bin").resolve(program).toString();
    }

    void unpack(Consumer<String> progress) throws IOException {
        Path done = home.resolve("unpacked");
        if (Files.exists(done)) {
            return;
        }
        progress.accept("Unpacking PostgreSQL");
        String archive = "/postgres-linux-" + architecture() + ".txz";
        try (InputStream packed = ServerPrograms.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new IllegalStateException(archive + " is missing from this build");
            }
            extract(new TarArchiveInputStream(new XZCompressorInputStream(packed)), home);
        }
        Files.createFile(done);
    }

    private static void extract(TarArchiveInputStream tar, Path target) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path path = target.resolve(entry.getName()).normalize();
            if (!path.startsWith(target)) {
                throw new IOException("entry outside of the archive: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(path);
                continue;
            }
            Files.createDirectories(path.getParent());
            Files.deleteIfExists(path);
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            } else {
                Files.copy(tar, path);
                if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, false)) {
                    throw new IOException("cannot make executable: " + path);
                }
            }
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default ->
                throw new IllegalStateException("No PostgreSQL is shipped for the processor "
                        + System.getProperty("os.arch") + ". Set SPRING_DATASOURCE_URL to use your own.");
        };
    }
}

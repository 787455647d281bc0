package org.linli.platform.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * As whom the server runs. PostgreSQL refuses to run as root: started by root, it runs as {@code nobody}, who owns the
 * data folder; started by anyone else, as that user.
 */
final class ServerUser {

    private static final int NOBODY = 65534;
    private static final int CAP_DAC_READ_SEARCH = 2;

    private final boolean root = "root".equals(System.getProperty("user.name"));

    /** Whether the server's user can walk to a folder as it is. */
    boolean reachesWithoutHelp(Path folder) {
        return !root || reachableByOthers(folder);
    }

    /** Makes a path the server user's own. */
    void own(Path path) throws IOException {
        if (root) {
            Commands.run(List.of("chown", NOBODY + ":" + NOBODY, path.toString()));
        }
    }

    /** The words before a command that make it run as the server's user and die with the thread that started it. */
    List<String> prefix(Path folder) throws IOException {
        if (!root) {
            return List.of("setpriv", "--pdeathsig", "SIGINT");
        }
        List<String> command = new ArrayList<>(List.of(
                "setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--pdeathsig", "SIGINT"));
        if (!reachableByOthers(folder)) {
            // A home such as /root/.linli lies behind a folder that only root may enter: keep just that ability.
            String ability = holdsCapability(CAP_DAC_READ_SEARCH) ? "+dac_read_search" : "+dac_override";
            command.add("--inh-caps=-all," + ability);
            command.add("--ambient-caps=-all," + ability);
        }
        return command;
    }

    private static boolean reachableByOthers(Path path) {
        for (Path at = path; at != null; at = at.getParent()) {
            if (!permissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }

    private static Set<PosixFilePermission> permissions(Path path) {
        try {
            return Files.getPosixFilePermissions(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this process holds a capability, by its bit number in {@code capability.h}. */
    private static boolean holdsCapability(int bit) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"), StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.startsWith("CapEff:"))
                    .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
                    .anyMatch(set -> (set & (1L << bit)) != 0);
        }
    }
}

package org.linli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import org.linli.people.Totp;
import org.linli.platform.home.LinliHome;
import org.linli.platform.keys.Secrets;

/**
 * A home in which the demo city is loaded already. To load it takes most of a start, so one Linli does it once for all tests of a
 * build, on a fresh home as {@code ./linli up} does, and each test that starts Linli takes a copy.
 */
public final class DemoHome {

    /** Names the running build; without one (in an editor) nothing is kept, since nobody could tell what it was made from. */
    private static final String BUILD = System.getProperty("linli.build", "");

    private static final Path FOLDER = Path.of("target", "demo-home").toAbsolutePath();

    private DemoHome() {}

    /** @param home a path that does not exist, or an empty folder; returned, and without a build left to the first start */
    public static Path at(Path home) {
        if (!BUILD.isEmpty()) {
            run("cp", "--archive", "--no-target-directory", made().toString(), home.toString());
        }
        return home;
    }

    /** A browser in which one of the demo's staff is signed in to the Linli that runs on a home. */
    public static Visitor signedIn(Path home, int port, String username) {
        Secrets secrets = new Secrets(new LinliHome(home).keys());
        String password = secrets.text("demo-password");
        String typed = password.substring(0, 4) + "-" + password.substring(4, 8) + "-" + password.substring(8, 12);
        byte[] totp = Arrays.copyOf(secrets.bytes("demo-totp-" + username), 20);
        Visitor visitor = new Visitor(port);
        visitor.signIn(
                username, typed, Totp.code(totp, Totp.step(Clock.systemUTC().instant())));
        return visitor;
    }

    /** The forks of a build wait for whichever comes first. */
    private static synchronized Path made() {
        try {
            Files.createDirectories(FOLDER);
            try (FileChannel channel =
                    FileChannel.open(FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                Path made = FOLDER.resolve("made");
                Path of = FOLDER.resolve("made-by");
                if (!Files.exists(of) || !Files.readString(of).equals(BUILD)) {
                    Files.deleteIfExists(of);
                    run("rm", "--recursive", "--force", made.toString());
                    make(made);
                    Files.writeString(of, BUILD);
                }
                return made;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path home) {
        LinliProcess linli = LinliProcess.start(home, LinliProcess.freePort());
        linli.stop();
        if (!linli.leavesNoOrphan()) {
            throw new IllegalStateException("a database server still runs on " + home);
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

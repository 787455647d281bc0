package org.linli.testing;

import java.nio.file.Path;
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

    private static final Path FOLDER = Path.of("target", "demo-home").toAbsolutePath();

    private DemoHome() {}

    /** @param home a path that does not exist, or an empty folder; returned, and without a build left to the first start */
    public static Path at(Path home) {
        if (!MadeFolder.BUILD.isEmpty()) {
            Path made = MadeFolder.made(FOLDER, MadeFolder.BUILD, DemoHome::make);
            MadeFolder.run("cp", "--archive", "--no-target-directory", made.toString(), home.toString());
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

    private static void make(Path home) {
        LinliProcess linli = LinliProcess.startAndLearn(home, LinliProcess.freePort());
        linli.stop();
        if (!linli.leavesNoOrphan()) {
            throw new IllegalStateException("a database server still runs on " + home);
        }
    }
}

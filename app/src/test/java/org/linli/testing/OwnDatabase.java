package org.linli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.linli.platform.home.LinliHome;
import org.linli.platform.home.Progress;
import org.linli.platform.keys.Secrets;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.platform.postgres.PostgresProperties;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the same PostgreSQL that {@code linli up} starts, once per test run, on a home of its own. */
public final class OwnDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

    /** Full sizes: {@code ./linli soak}. Otherwise the demo city has one home in twenty, and every figure in full. */
    public static final boolean SOAK = Boolean.getBoolean("linli.soak");

    @Override
    public void initialize(GenericApplicationContext context) {
        TestPropertyValues.of(PostgresProperties.of(Server.POSTGRES))
                .and("linli.home=" + Server.HOME.root(), "linli.demo.thinning=" + (SOAK ? 1 : 20))
                .applyTo(context);
        context.registerBean(LinliHome.class, () -> Server.HOME);
        context.registerBean(Secrets.class, () -> Server.SECRETS);
        context.registerBean(Progress.class, () -> new Progress(line -> {}));
    }

    public static OwnPostgres postgres() {
        return Server.POSTGRES;
    }

    private static final class Server {
        static final LinliHome HOME = new LinliHome(ownFolder());
        static final Secrets SECRETS = new Secrets(HOME.keys());
        static final OwnPostgres POSTGRES = OwnPostgres.start(HOME.postgres(), SECRETS, line -> {});

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(POSTGRES::close));
        }

        private static Path ownFolder() {
            try {
                Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "home-");
                return SOAK ? folder : DemoHome.at(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

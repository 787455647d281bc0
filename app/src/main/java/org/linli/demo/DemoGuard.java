package org.linli.demo;

import java.util.Optional;
import org.linli.platform.settings.Portal;
import org.linli.platform.settings.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps a real city's data and the demo apart for good: what was begun as the one is never started as the other.
 *
 * <p>A demo start on a real city would mix invented communities into its figures, set its clock back to 2023 and show its
 * one-time codes to everybody; a start without the demo on a demo database would hide that everything in it is invented.
 */
@Component
@Order(0)
public class DemoGuard implements ApplicationRunner {

    static final String BEGUN_AS = "installation.begun-as";

    private final Portal portal;
    private final Settings settings;
    private final JdbcClient jdbc;

    DemoGuard(Portal portal, Settings settings, JdbcClient jdbc) {
        this.portal = portal;
        this.settings = settings;
        this.jdbc = jdbc;
    }

    /** What an installation was begun as. */
    private enum Kind {
        DEMO,
        REAL
    }

    /** Whether a start with these arguments serves people; a rehearsal and the loading of divisions do not. */
    public static boolean isForGood(String... arguments) {
        return arguments.length == 0 || arguments[0].equals("up") || arguments[0].startsWith("--");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (isForGood(arguments.getSourceArgs())) {
            check(portal.demo());
        }
    }

    /** @throws IllegalStateException if the database was begun as the other kind */
    void check(boolean demo) {
        Kind begun = Kind.valueOf(settings.setOnce(
                BEGUN_AS, found().orElse(demo ? Kind.DEMO : Kind.REAL).name()));
        if (begun == Kind.REAL && demo) {
            throw new IllegalStateException(
                    "This database was begun without the demo city. Start it with: ./linli up --empty");
        }
        if (begun == Kind.DEMO && !demo) {
            throw new IllegalStateException(
                    "This database holds the demo city. Choose another LINLI_HOME (or database) to start without it.");
        }
    }

    /** What is already in a database that was begun before this was kept. */
    private Optional<Kind> found() {
        if (settings.find(DemoLoader.LOADED).isPresent()) {
            return Optional.of(Kind.DEMO);
        }
        boolean inUse = exists("select exists (select 1 from platform.account)")
                || exists("select exists (select 1 from linli.community)");
        return inUse ? Optional.of(Kind.REAL) : Optional.empty();
    }

    private boolean exists(String statement) {
        return jdbc.sql(statement).query(Boolean.class).single();
    }
}

package org.linli.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.linli.Linli;
import org.linli.platform.home.LinliHome;
import org.linli.platform.home.Progress;
import org.linli.platform.keys.Secrets;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.platform.postgres.PostgresProperties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Linli in this process, with its own database, on a passing home and a loopback port. */
final class Installation implements AutoCloseable {

    private final PassingHome passing;
    private final OwnPostgres postgres;
    private final ConfigurableApplicationContext context;

    private Installation(PassingHome passing, OwnPostgres postgres, ConfigurableApplicationContext context) {
        this.passing = passing;
        this.postgres = postgres;
        this.context = context;
    }

    /** With the demo city, one of twenty of its homes. */
    static Installation demo(Consumer<String> progress) {
        progress.accept("Starting Linli on a passing home, with the demo city at 1/20 of its homes");
        return start(List.of("--linli.portal.demo=true", "--linli.demo.thinning=20"));
    }

    /** Without a city. */
    static Installation empty(Consumer<String> progress) {
        progress.accept("Starting Linli on a passing home, empty");
        return start(List.of("--linli.portal.demo=false"));
    }

    private static Installation start(List<String> options) {
        PassingHome passing = new PassingHome();
        try {
            LinliHome home = new LinliHome(passing.folder());
            home.logs();
            Secrets secrets = new Secrets(home.keys());
            OwnPostgres postgres = OwnPostgres.start(home.postgres(), secrets, line -> {});
            passing.onClose(postgres::close);
            List<String> arguments = new ArrayList<>(options);
            PostgresProperties.of(postgres).forEach((key, value) -> arguments.add("--" + key + "=" + value));
            arguments.add("--linli.home=" + home.root());
            arguments.add("--server.port=0");
            arguments.add("--server.address=127.0.0.1");
            ConfigurableApplicationContext context = application(home, secrets).run(arguments.toArray(String[]::new));
            passing.onClose(context::close);
            return new Installation(passing, postgres, context);
        } catch (RuntimeException e) {
            passing.close();
            throw e;
        }
    }

    private static SpringApplication application(LinliHome home, Secrets secrets) {
        SpringApplication application = new SpringApplication(Linli.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(LinliHome.class, () -> home);
            beans.registerBean(Secrets.class, () -> secrets);
            beans.registerBean(Progress.class, () -> new Progress(line -> {}));
        });
        return application;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    OwnPostgres postgres() {
        return postgres;
    }

    /** A folder for files of the benchmark; it goes with the home. */
    Path folder() {
        return passing.folder();
    }

    /** A connection as the role that owns the tables, for tables of the benchmark's own. */
    Connection owner() throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), OwnPostgres.OWNER, postgres.password(OwnPostgres.OWNER));
    }

    /** Runs statements as the owner, one after the other. */
    void asOwner(String... statements) throws SQLException {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        passing.close();
    }
}

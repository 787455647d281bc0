package org.linli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.demo.DemoGuard;
import org.linli.divisions.DivisionCommand;
import org.linli.platform.home.LinliHome;
import org.linli.platform.home.Progress;
import org.linli.platform.keys.Secrets;
import org.linli.platform.postgres.OwnPostgres;
import org.linli.platform.postgres.PostgresProperties;
import org.linli.platform.settings.Portal;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Linli: {@code linli up [--empty]}. */
@SpringBootApplication(
        exclude = UserDetailsServiceAutoConfiguration.class,
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Linli {

    public static void main(String[] arguments) {
        Progress progress = new Progress(System.out::println);
        try {
            switch (arguments.length > 0 ? arguments[0] : "up") {
                case "divisions" -> divisions(arguments, progress);
                case "rehearse" -> rehearse();
                default -> up(arguments, progress);
            }
        } catch (RuntimeException | ExceptionInInitializerError e) {
            progress.say("Linli could not start: " + rootOf(e));
            System.exit(1);
        }
    }

    /** Starts on a passing home, opens the first pages and stops: what the JDK's ahead-of-time cache learns from. */
    private static void rehearse() {
        offline();
        up(new String[] {"rehearse"}, new Progress(line -> {}), context -> {
            int port = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                    .getPort();
            try (HttpClient client = HttpClient.newHttpClient()) {
                for (String page :
                        List.of("/", "/figures", "/figures/professional-coverage", "/communities", "/sign-in")) {
                    client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + page))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            System.exit(0);
        });
    }

    /** A start that serves nobody: no demo city, a port of its own on the loopback address. */
    private static void offline() {
        System.setProperty("linli.portal.demo", "false");
        System.setProperty("server.port", "0");
        System.setProperty("server.address", "127.0.0.1");
    }

    /** Loads a division tree into this installation and stops: {@code linli divisions FILE.csv}. */
    private static void divisions(String[] arguments, Progress progress) {
        if (arguments.length != 2) {
            progress.say("Usage: ./linli divisions FILE.csv (columns code,name,parent,level; UTF-8 or GB18030)");
            System.exit(2);
        }
        if (!Files.isReadable(Path.of(arguments[1]))) {
            progress.say("Linli cannot read " + arguments[1]);
            System.exit(2);
        }
        offline();
        up(new String[] {"divisions"}, progress, context -> {
            try {
                System.exit(context.getBean(DivisionCommand.class).run(Path.of(arguments[1]), progress::say));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void up(String[] arguments, Progress progress) {
        up(arguments, progress, context -> {});
    }

    private static void up(String[] arguments, Progress progress, Consumer<ConfigurableApplicationContext> then) {
        LinliHome home = LinliHome.of(System.getenv());
        FileLock lock = home.lock();
        home.logs();
        Secrets secrets = new Secrets(home.keys());
        System.setProperty("linli.home", home.root().toString());
        if (home.isWithoutDemo() || Arrays.asList(arguments).contains("--empty")) {
            System.setProperty("linli.portal.demo", "false");
        }
        @Nullable OwnPostgres postgres = null;
        if (System.getenv().getOrDefault("SPRING_DATASOURCE_URL", "").isBlank()) {
            progress.say("Starting the database");
            postgres = OwnPostgres.start(home.postgres(), secrets, progress::say);
            PostgresProperties.of(postgres).forEach(System::setProperty);
        }
        progress.say("Starting the application");
        try {
            ConfigurableApplicationContext context =
                    application(home, secrets, progress).run(arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(new Stop(context, postgres, lock), "linli-stop"));
            if (DemoGuard.isForGood(arguments) && !context.getBean(Portal.class).demo()) {
                home.keepWithoutDemo();
            }
            then.accept(context);
        } catch (RuntimeException e) {
            if (postgres != null) {
                postgres.close();
            }
            throw e;
        }
    }

    /** The application with what was made before it; tests start it the same way. */
    static SpringApplication application(LinliHome home, Secrets secrets, Progress progress) {
        SpringApplication application = new SpringApplication(Linli.class);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(LinliHome.class, () -> home);
            beans.registerBean(Secrets.class, () -> secrets);
            beans.registerBean(Progress.class, () -> progress);
        });
        return application;
    }

    private static String rootOf(Throwable fault) {
        Throwable root = fault;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage() == null ? root.toString() : root.getMessage();
    }

    /** First the application, then its database, then the lock: in this order nothing is cut off. */
    private record Stop(
            ConfigurableApplicationContext context,
            @Nullable OwnPostgres postgres,
            FileLock lock) implements Runnable {
        @Override
        public void run() {
            context.close();
            if (postgres != null) {
                postgres.close();
            }
            try {
                lock.channel().close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

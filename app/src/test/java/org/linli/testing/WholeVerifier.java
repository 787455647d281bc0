package org.linli.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * {@code ./linli verify} as it is, on bundles that the application made. The verifier is no part of the application and its jar may
 * be older or not be there, so its few sources are compiled here.
 */
public final class WholeVerifier implements AutoCloseable {

    private static final Path SOURCES = Path.of("../verifier/src/main/java");
    private static final Path WORDS = Path.of("../verifier/src/main/resources");

    private final URLClassLoader loader;
    private final Method run;

    /** @param classes an empty directory */
    public WholeVerifier(Path classes) throws IOException {
        compile(classes);
        loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL(), WORDS.toUri().toURL()}, WholeVerifier.class.getClassLoader());
        try {
            run = loader.loadClass("org.linli.verifier.Verifier")
                    .getDeclaredMethod("run", List.class, Map.class, PrintStream.class, PrintStream.class);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        run.setAccessible(true);
    }

    private static void compile(Path classes) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            sources.filter(source -> source.toString().endsWith(".java"))
                    .forEach(source -> arguments.add(source.toString()));
        }
        ByteArrayOutputStream problems = new ByteArrayOutputStream();
        if (ToolProvider.getSystemJavaCompiler().run(null, problems, problems, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException(problems.toString(StandardCharsets.UTF_8));
        }
    }

    /** What it says of a file, its exit code in front. */
    public String verify(Path bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        try {
            Object code =
                    run.invoke(null, List.of("verify", bundle.toString(), "--lang", "en"), Map.of(), print, print);
            return code + "\n" + out.toString(StandardCharsets.UTF_8);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.linli.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.stream.Stream;

/** A folder for one benchmark. What runs on it is stopped and the folder is deleted, also when we are interrupted. */
final class PassingHome implements AutoCloseable {

    private final Path folder;
    private final Deque<Runnable> stops = new ArrayDeque<>();
    private final Thread hook = new Thread(this::clear, "linli-bench-clear");

    PassingHome() {
        try {
            folder = Files.createTempDirectory("linli-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Path folder() {
        return folder;
    }

    /** Remembers how to stop something; the last thing begun is the first to be stopped. */
    synchronized void onClose(Runnable stop) {
        stops.push(stop);
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // the hook itself then finds nothing left to do
        }
    }

    private synchronized void clear() {
        while (!stops.isEmpty()) {
            stops.pop().run();
        }
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (NoSuchFileException gone) {
            throw new IllegalStateException("something still writes below " + folder, gone);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

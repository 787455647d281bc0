package org.linli.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A folder that takes long to make and is kept as long as what it is made from stays the same. The forks of a build wait for whichever
 * comes first.
 */
final class MadeFolder {

    /** Names the running build; without one (in an editor) no folder is made, since nobody could tell what it was made from. */
    static final String BUILD = System.getProperty("linli.build", "");

    private MadeFolder() {}

    /**
     * The folder, made anew unless it was made from the same before.
     *
     * @param around the lock, what it was made from, and the folder itself
     * @param from names all that it is made from
     * @param make fills a folder that does not exist
     */
    static synchronized Path made(Path around, String from, Consumer<Path> make) {
        try {
            Files.createDirectories(around);
            try (FileChannel channel =
                    FileChannel.open(around.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                Path made = around.resolve("made");
                Path madeFrom = around.resolve("made-from");
                if (!Files.exists(madeFrom) || !Files.readString(madeFrom).equals(from)) {
                    Files.deleteIfExists(madeFrom);
                    run("rm", "--recursive", "--force", made.toString());
                    make.accept(made);
                    Files.writeString(madeFrom, from);
                }
                return made;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException with what it said, unless it ends well */
    static void run(String... command) {
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

package org.linli.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The class path of the running tests for a Linli of its own. The one that fills the demo home leaves what its JDK learnt of the classes
 * (class data sharing), and the later ones start in two thirds of the time. A JDK learns of jars alone, so folders of classes are packed.
 */
final class SharedClasses {

    private static final Path FOLDER = Path.of("target", "shared-classes").toAbsolutePath();
    private static final String CLASS_PATH =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    private static final List<Path> PLACES = Stream.of(CLASS_PATH.split(File.pathSeparator, -1))
            .filter(place -> !place.isEmpty()) // surefire ends its list with a separator
            .map(Path::of)
            .toList();

    private SharedClasses() {}

    /** Options of the JDK that starts Linli. */
    static List<String> options() {
        if (MadeFolder.BUILD.isEmpty()) {
            return List.of("-cp", CLASS_PATH);
        }
        Path packed = packed();
        Path learnt = learnt(packed);
        return Files.exists(learnt)
                ? List.of("-XX:SharedArchiveFile=" + learnt, "-cp", classPath(packed))
                : List.of("-cp", classPath(packed));
    }

    /** The same for the one from which others learn: it writes when it is stopped, not when it is killed. */
    static List<String> learningOptions() {
        Path packed = packed();
        return List.of("-XX:ArchiveClassesAtExit=" + learnt(packed), "-cp", classPath(packed));
    }

    private static Path learnt(Path packed) {
        return packed.resolve("learnt.jsa");
    }

    private static Path packed() {
        return MadeFolder.made(FOLDER, state(), made -> {
            MadeFolder.run("mkdir", made.toString());
            for (int i = 0; i < PLACES.size(); i++) {
                Path place = PLACES.get(i);
                if (Files.isDirectory(place)) {
                    MadeFolder.run(
                            Path.of(System.getProperty("java.home"), "bin", "jar")
                                    .toString(),
                            "--create",
                            "--no-compress",
                            "--file",
                            jar(made, i).toString(),
                            "-C",
                            place.toString(),
                            ".");
                }
            }
        });
    }

    private static String classPath(Path packed) {
        List<String> path = new ArrayList<>();
        for (int i = 0; i < PLACES.size(); i++) {
            Path place = PLACES.get(i);
            path.add((Files.isDirectory(place) ? jar(packed, i) : place).toString());
        }
        return String.join(File.pathSeparator, path);
    }

    private static Path jar(Path packed, int place) {
        return packed.resolve(place + ".jar");
    }

    /**
     * The JDK, where classes lie and when they were last compiled. Within one build, an editor may have compiled some anew: the jars are
     * then packed again, and nothing is learnt until the next build.
     */
    private static String state() {
        return PLACES.stream()
                .map(place -> place + " " + lastChange(place))
                .collect(Collectors.joining("\n", System.getProperty("java.vm.version") + "\n", ""));
    }

    private static long lastChange(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.mapToLong(file -> file.toFile().lastModified()).max().orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

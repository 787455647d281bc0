package org.linli.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.linli.platform.postgres.OwnPostgres;

/** PostgreSQL's own benchmark, as the peer of ours: no Java, no web, the same server. */
record Pgbench(Path program) {

    private static final Pattern RATE = Pattern.compile("(?m)^tps = ([0-9.]+)");

    /** @throws BenchRefused if there is none */
    static Pgbench find() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                List<Path> programs = found.map(version -> version.resolve("bin/pgbench"))
                        .filter(Files::isExecutable)
                        .sorted()
                        .toList();
                if (!programs.isEmpty()) {
                    return new Pgbench(programs.getLast());
                }
            }
        }
        throw BenchRefused.missing("pgbench is not here; on Debian: apt-get install postgresql-15");
    }

    /** Runs a script for so long. @return transactions a second */
    double run(Installation linli, Path script, int clients, int seconds) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        program.toString(),
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + seconds,
                        "--file=" + script,
                        "--host=127.0.0.1",
                        "--port=" + linli.postgres().port(),
                        "--username=" + OwnPostgres.APP,
                        OwnPostgres.DATABASE)
                .redirectErrorStream(true);
        builder.environment().putAll(Map.of("PGPASSWORD", linli.postgres().password(OwnPostgres.APP)));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher rate = RATE.matcher(said);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}

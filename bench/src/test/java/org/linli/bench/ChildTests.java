package org.linli.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.bench.Timeline.Phase;

class ChildTests {

    private static final Instant BEGUN = Instant.parse("2023-11-03T01:00:00Z");

    @Test
    void findsTheEndsOfPhasesInTheLog() {
        String log = """
                {"@timestamp":"2023-11-03T01:00:03.5Z","level":"INFO","message":"Root WebApplicationContext: initialization completed in 2773 ms"}
                {"@timestamp":"2023-11-03T01:00:04Z","level":"INFO","message":"Current version of schema \\"linli\\": 3.2"}
                {"@timestamp":"2023-11-03T01:00:04.25Z","level":"INFO","message":"Schema \\"linli\\" is up to date. No migration necessary."}
                {"@timestamp":"2023-11-03T01:00:06Z","level":"INFO","message":"Tomcat started on port 8080 (http)"}
                """;

        assertThat(Child.ends(log, BEGUN))
                .isEqualTo(Map.of(Phase.DEFINITIONS, 3.5, Phase.MIGRATIONS, 4.25, Phase.BEANS, 6.0));
    }

    @Test
    void takesTheFirstStartsMigrationsAsTheirEndToo() {
        String log = """
                {"@timestamp":"2023-11-03T01:00:04Z","message":"Successfully applied 7 migrations to schema \\"linli\\", now at version v3.2"}
                """;

        assertThat(Child.ends(log, BEGUN)).isEqualTo(Map.of(Phase.MIGRATIONS, 4.0));
    }
}

package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.Visitor;

/** A real city that is started again without a word about the demo stays real. */
class BegunWithoutTheDemoIT {

    @TempDir
    Path folder;

    @Test
    void aSecondStartBringsNoDemoCityAndNoOpenCodes() {
        Path home = folder.resolve("a home");
        int port = LinliProcess.freePort();
        LinliProcess.start(home, port, "--empty").stop();

        LinliProcess again = LinliProcess.start(home, port);
        try (Visitor visitor = new Visitor(port)) {
            assertThat(visitor.json("/api/v1/figures/communities?division=3310")
                            .get("numerator")
                            .asLong())
                    .isZero();
            assertThat(visitor.get("/").body()).doesNotContain("演示");
            assertThat(visitor.get("/demo/outbox").statusCode()).isEqualTo(404);
        } finally {
            again.stop();
        }
    }
}

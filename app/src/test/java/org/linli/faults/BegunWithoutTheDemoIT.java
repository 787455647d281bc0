package org.linli.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.linli.testing.LinliProcess;
import org.linli.testing.Visitor;

/** A real city begins with three administrators, and stays real when it is started again without a word about the demo. */
class BegunWithoutTheDemoIT {

    private static final String PASSWORD = "three long pass phrases";
    private static final List<String> THREE = List.of("system-keeper", "security-keeper", "audit-keeper");

    @TempDir
    Path folder;

    @Test
    void theLinkOnTheConsoleMakesThreeAdministratorsAndASecondStartBringsNoDemoCity() throws Exception {
        Path home = folder.resolve("a home");
        int port = LinliProcess.freePort();
        LinliProcess first = LinliProcess.start(home, port, "--empty");
        try {
            makeAdministrators(port, first.line("http://localhost:" + port + "/setup?token="));
        } finally {
            first.stop();
        }

        LinliProcess again = LinliProcess.start(home, port);
        try (Visitor visitor = new Visitor(port)) {
            assertThat(visitor.json("/api/v1/figures/communities?division=3310")
                            .get("numerator")
                            .asLong())
                    .isZero();
            assertThat(visitor.get("/").body()).doesNotContain("演示");
            assertThat(visitor.get("/demo/outbox").statusCode()).isEqualTo(404);
            assertThat(THREE).allMatch(username -> knows(port, username));
            assertThat(again.hasSaid("/setup")).isFalse();
        } finally {
            again.stop();
        }
    }

    private static void makeAdministrators(int port, String link) {
        String path = link.substring(link.indexOf("/setup"));
        String token = link.substring(link.indexOf('=') + 1);
        try (Visitor visitor = new Visitor(port)) {
            assertThat(visitor.get(path).body()).contains("name=\"token\"");

            assertThat(make(visitor, token, List.of("one-keeper", "one-keeper", "audit-keeper"))
                            .statusCode())
                    .isEqualTo(422);
            assertThat(make(visitor, "another-token", THREE).statusCode()).isEqualTo(404);
            assertThat(knows(port, "audit-keeper")).isFalse();

            assertThat(make(visitor, token, THREE).statusCode()).isLessThan(400);

            assertThat(THREE).allMatch(username -> knows(port, username));
            assertThat(visitor.get(path).statusCode()).isEqualTo(404);
            assertThat(make(visitor, token, List.of("one-more", "two-more", "three-more"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(knows(port, "one-more")).isFalse();
        }
    }

    private static HttpResponse<String> make(Visitor visitor, String token, List<String> usernames) {
        List<String> fields = new ArrayList<>(List.of("token", token));
        for (int i = 0; i < usernames.size(); i++) {
            fields.addAll(List.of("name", "管理员" + i, "username", usernames.get(i), "password", PASSWORD));
        }
        return visitor.post("/setup", fields.toArray(String[]::new));
    }

    /** Whether the password is right: then the second factor is asked for. */
    private static boolean knows(int port, String username) {
        try (Visitor visitor = new Visitor(port)) {
            visitor.get("/sign-in?way=staff");
            return visitor.post("/sign-in/staff", "username", username, "password", PASSWORD, "next", "/account")
                            .statusCode()
                    < 400;
        }
    }
}

package org.linli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.testing.LinliTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whoever watches this machine reads health and metrics; from elsewhere health alone answers, and says no more than up or down. */
@LinliTest
class ActuatorTests {

    private static final String ELSEWHERE = "203.0.113.7";

    @LocalServerPort
    int port;

    @ParameterizedTest(name = "from {0}")
    @ValueSource(strings = {"", ELSEWHERE})
    void healthIsForProbesAndKeepsItsDetails(String from) throws Exception {
        HttpResponse<String> health = get("/actuator/health", from);

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("components", "PostgreSQL");
    }

    @Test
    void metricsAreReadOnThisMachine() throws Exception {
        HttpResponse<String> metrics = get("/actuator/prometheus", "");

        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body()).contains("jvm_memory_used_bytes{", "http_server_requests_seconds_count{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/prometheus", "/actuator", "/actuator/env"})
    void nothingElseAnswersFromElsewhere(String path) throws Exception {
        HttpResponse<String> answer = get(path, ELSEWHERE);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).doesNotContain("jvm_");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/env", "/actuator/heapdump", "/actuator/beans"})
    void whatTellsSecretsIsNotThereAtAll(String path) throws Exception {
        assertThat(get(path, "").statusCode()).isEqualTo(404);
    }

    /** @param from the client as the proxy on this machine names it; empty: the client is on this machine */
    private HttpResponse<String> get(String path, String from) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!from.isEmpty()) {
            request.header("X-Forwarded-For", from);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}

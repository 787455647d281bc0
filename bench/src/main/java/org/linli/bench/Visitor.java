package org.linli.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** One browser without pictures: keeps its cookies and its connection, takes compressed pages, reads them whole. */
final class Visitor implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String origin;

    Visitor(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /**
     * Opens a page.
     *
     * @return nanoseconds from asking to the last byte
     * @throws IllegalStateException for any answer but 200 with a body
     */
    long open(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Accept-Encoding", "gzip")
                .timeout(PATIENCE)
                .build();
        long begin = System.nanoTime();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long duration = System.nanoTime() - begin;
        if (answer.statusCode() != 200 || answer.body().length == 0) {
            throw new IllegalStateException(
                    path + " answered " + answer.statusCode() + " with " + answer.body().length + " bytes");
        }
        return duration;
    }

    @Override
    public void close() {
        client.close();
    }
}

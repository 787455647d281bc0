package org.linli.verifier;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.ledger.SignedHead;
import org.linli.ledger.bundle.Bundle;
import org.linli.ledger.bundle.BundleWriter;
import org.linli.ledger.bundle.Heads;

/**
 * The check page's verifier in a real Chromium, without the page around it: its own worker, fed from a web server of this JVM. So the
 * whole table of alterations runs in seconds, where the application would first have to start.
 */
final class SecondVerifier implements AutoCloseable {
    private static final Path STATIC = Path.of("../app/src/main/resources/static");
    private static final String PAGE = "<!doctype html><html lang=\"en\"><title>check</title></html>";

    /** Two workers take the bundles one by one; answers are lists of "NAME place", of one "refused REASON", or of one "failed". */
    private static final String RUN = """
            async ({ count, seen, keys }) => {
              const answers = new Array(count);
              let next = 0;
              const blob = async (path) => (await fetch(path)).blob();
              const ask = (worker, message) => new Promise((done) => {
                worker.onmessage = ({ data }) => {
                  if (data.report) done(data.report.faults.map(({ name, place }) => `${name} ${place}`));
                  else if (!data.phase) done([data.refused ? `refused ${data.refused} ${data.place}` : `failed ${data.failed}`]);
                };
                worker.postMessage(message);
              });
              const work = async () => {
                const worker = new Worker("/assets/check/worker.js", { type: "module" });
                while (next < count) {
                  const no = next++;
                  const bundle = await blob(`/bundles/${no}.zip`);
                  answers[no] = await ask(worker, { bundle, seen: seen[no] ? await blob(`/bundles/${no}.json`) : null,
                    key: keys[no] });
                }
                worker.terminate();
              };
              await Promise.all([work(), work()]);
              return answers;
            }
            """;

    private final HttpServer server;
    private final Playwright playwright;
    private final Map<String, byte[]> made = new ConcurrentHashMap<>();

    SecondVerifier() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** What it says of each. */
    List<List<String>> check(List<Alteration> bundles) {
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i).bundle();
            made.put("/bundles/" + i + ".zip", zip(bundle));
            List<SignedHead> seen = bundles.get(i).seen();
            if (!seen.isEmpty()) {
                byte[] kept = new Heads(
                                bundle.suite(),
                                bundle.paper().voteKey(),
                                bundle.heads().publicKey(),
                                seen)
                        .bytes();
                made.put("/bundles/" + i + ".json", kept);
            }
        }
        List<Boolean> seen =
                bundles.stream().map(each -> !each.seen().isEmpty()).toList();
        @SuppressWarnings("unchecked")
        List<List<String>> answers = (List<List<String>>) run(
                RUN,
                Map.of(
                        "count",
                        bundles.size(),
                        "seen",
                        seen,
                        "keys",
                        bundles.stream().map(Alteration::key).toList()));
        return answers;
    }

    /** The value of a script that runs on a page of the same origin. */
    Object run(String script, Object argument) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(Path.of("/usr/bin/chromium"))
                .setArgs(List.of("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"));
        try (com.microsoft.playwright.Browser browser = playwright.chromium().launch(options)) {
            Page page = browser.newPage();
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            return page.evaluate(script, argument);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] body = made.get(path);
        if (body == null) {
            Path file = STATIC.resolve(path.substring(1)).normalize();
            body = file.startsWith(STATIC) && Files.isRegularFile(file)
                    ? Files.readAllBytes(file)
                    : PAGE.getBytes(StandardCharsets.UTF_8);
        }
        String type = path.endsWith(".js") ? "text/javascript" : path.equals("/") ? "text/html" : "application/zip";
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static byte[] zip(Bundle bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            BundleWriter.write(bundle, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        playwright.close();
        server.stop(0);
    }
}

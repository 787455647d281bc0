package org.linli.testing;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without scripts: keeps cookies, sends the forgery token of the page it saw last, follows no redirect. */
public final class Visitor implements AutoCloseable {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String csrf = "";

    public Visitor(int port) {
        this.origin = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).build());
    }

    /** The answer of the API as a tree. */
    public JsonNode json(String path) {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** A file as it is. */
    public byte[] bytes(String path) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create(origin + path)).build(),
                            HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts a form. @param fields names and values in turn */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encode(csrf));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Posts a file with one more field, as the upload form does; the file is streamed. */
    public HttpResponse<String> upload(String path, String field, String value, Path file) {
        return upload(path, file, field, value);
    }

    /** Posts a form with a file. @param fields names and values in turn */
    public HttpResponse<String> upload(String path, Path file, String... fields) {
        String boundary = "linli-test-boundary";
        StringBuilder head = new StringBuilder(part(boundary, "_csrf", csrf));
        for (int i = 0; i < fields.length; i += 2) {
            head.append(part(boundary, fields[i], fields[i + 1]));
        }
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + file.getFileName()
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        try {
            return send(HttpRequest.newBuilder(URI.create(origin + path))
                    .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                    .POST(HttpRequest.BodyPublishers.concat(
                            HttpRequest.BodyPublishers.ofString(head.toString()),
                            HttpRequest.BodyPublishers.ofFile(file),
                            HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                    .build());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Signs staff in with password and authenticator app; returns the last answer. */
    public HttpResponse<String> signIn(String username, String password, String totp) {
        get("/sign-in?way=staff");
        post("/sign-in/staff", "username", username, "password", password, "next", "/account");
        get("/sign-in/second-factor?next=/account");
        return post("/sign-in/second-factor", "code", totp, "next", "/account");
    }

    public String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("linli"))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** A second browser with the same cookies, as a thief of them has it. */
    public Visitor copy() {
        Visitor thief = new Visitor(URI.create(origin).getPort());
        cookies.getCookieStore().getCookies().forEach(cookie -> {
            HttpCookie stolen = new HttpCookie(cookie.getName(), cookie.getValue());
            stolen.setPath("/");
            stolen.setVersion(0);
            thief.cookies.getCookieStore().add(URI.create(origin), stolen);
        });
        return thief;
    }

    public static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("http://localhost:\\d+", "");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            Matcher token = CSRF.matcher(answer.body());
            if (token.find()) {
                csrf = token.group(1);
            }
            return answer;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}

package org.linli.platform.messages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands text messages to the city's SMS service over HTTP, in one small form that an adapter turns into any provider's.
 *
 * <p>{@code POST} of {@code {"id", "phone", "text"}} with the headers {@code Linli-Time} (ISO instant) and
 * {@code Linli-Signature} (lower-case hexadecimal HMAC-SHA256 of time, a line feed and the body). Any 2xx answer means
 * accepted; the same id may come again after a broken connection and must be sent once.
 */
final class SmsGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HMAC = "HmacSHA256";

    private final URI url;
    private final SecretKeySpec key;
    private final HttpClient client;

    /** @param secret shared with the service, at least 16 characters */
    SmsGateway(URI url, String secret) {
        if (secret.length() < 16) {
            throw new IllegalArgumentException("LINLI_SMS_SECRET needs at least 16 characters");
        }
        this.url = url;
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC);
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** Whether the service took the message. @param phone E.164 */
    boolean accepts(long id, String phone, String text, Instant now) {
        String body = JsonMapper.shared().writeValueAsString(Map.of("id", id, "phone", phone, "text", text));
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("Linli-Time", now.toString())
                .header("Linli-Signature", sign(now + "\n" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String sign(String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.linli.registry.claims;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.platform.time.RealTime;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A portal by OpenID Connect: authorisation code with PKCE, and the person from the portal's own user information.
 *
 * <p>The ID token comes straight from the token endpoint over TLS, where OpenID Connect Core 3.1.3.7 no. 6 lets the server's
 * certificate stand for the token's signature; issuer, audience, expiry, nonce and subject are checked all the same. Any
 * address but one of this machine itself must therefore be https. Without an issuer nothing is ever called.
 */
@Component
class OidcSignIn implements GovernmentSignIn {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RANDOM_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final OidcProperties properties;
    private final RealTime time;
    private final HttpClient client;

    OidcSignIn(OidcProperties properties, RealTime time) {
        this.properties = properties;
        this.time = time;
        if (isAvailable()) {
            checked(properties.issuer());
        }
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    @Override
    public final boolean isAvailable() {
        return !properties.issuer().isBlank();
    }

    @Override
    public Departure depart(URI back) {
        String state = random();
        String nonce = random();
        String verifier = random();
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", properties.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", "openid " + properties.scope());
        query.put("state", state);
        query.put("nonce", nonce);
        query.put("code_challenge", challenge(verifier));
        query.put("code_challenge_method", "S256");
        URI page = endpoint(configuration(), "authorization_endpoint");
        return new Departure(URI.create(page + "?" + encode(query)), state, nonce, verifier);
    }

    @Override
    public Optional<Person> arrive(Departure departure, URI back, String code) {
        JsonNode configuration = configuration();
        JsonNode tokens = ask(HttpRequest.newBuilder(endpoint(configuration, "token_endpoint"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Authorization", "Basic " + credentials())
                .POST(HttpRequest.BodyPublishers.ofString(encode(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        back.toString(),
                        "code_verifier",
                        departure.verifier())))));
        Optional<String> subject = subject(text(tokens, "id_token"), departure.nonce());
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        JsonNode person = ask(HttpRequest.newBuilder(endpoint(configuration, "userinfo_endpoint"))
                .header("Authorization", "Bearer " + text(tokens, "access_token")));
        String name = text(person, properties.nameClaim());
        String idNumber = text(person, properties.idClaim());
        return subject.get().equals(text(person, "sub")) && !name.isBlank() && !idNumber.isBlank()
                ? Optional.of(new Person(name, idNumber))
                : Optional.empty();
    }

    /** Whom the token speaks of; empty unless it is for us, of now, and of this departure. */
    private Optional<String> subject(String idToken, String nonce) {
        String[] parts = idToken.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        JsonNode token = json(new String(decoded(parts[1]), StandardCharsets.UTF_8));
        boolean forUs = text(token, "aud").equals(properties.clientId())
                || token.path("aud")
                        .valueStream()
                        .anyMatch(one -> one.asString("").equals(properties.clientId()));
        boolean ours = forUs
                && text(token, "iss").equals(properties.issuer())
                && text(token, "nonce").equals(nonce)
                && token.path("exp").asLong(0) > time.now().getEpochSecond();
        return ours && !text(token, "sub").isEmpty() ? Optional.of(text(token, "sub")) : Optional.empty();
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private JsonNode configuration() {
        return ask(HttpRequest.newBuilder(
                checked(properties.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration")));
    }

    private static URI endpoint(JsonNode configuration, String name) {
        return checked(text(configuration, name));
    }

    /** @throws IllegalStateException for an address to which nothing personal may go */
    private static URI checked(String address) {
        URI uri = URI.create(address);
        String host = String.valueOf(uri.getHost());
        if ("https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && (host.equals("localhost") || host.equals("127.0.0.1"))) {
            return uri;
        }
        throw new IllegalStateException("the portal's address is not https: " + address);
    }

    /** The answer as a tree; an empty one when the portal refused. @throws IllegalStateException when it cannot be reached */
    private JsonNode ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(
                    request.timeout(PATIENCE)
                            .header("Accept", "application/json")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return json(answer.statusCode() == 200 ? answer.body() : "{}");
        } catch (IOException e) {
            throw new IllegalStateException("the government portal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    private static String text(JsonNode tree, String field) {
        return tree.path(field).asString("");
    }

    private String credentials() {
        String both = encode(properties.clientId()) + ":" + encode(properties.clientSecret());
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

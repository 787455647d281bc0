package org.linli.registry.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.time.RealTime;

/** Against a portal on this machine that keeps the rules, and breaks one at a time. */
class OidcSignInTests {

    private static final URI BACK = URI.create("http://localhost:8080/my/claim/government");

    private HttpServer portal;
    private String issuer = "";
    private String nonce = "";
    private String challenge = "";
    private String audience = "linli";
    private long expires = Long.MAX_VALUE / 1000;
    private String subject = "s1";

    @BeforeEach
    void openThePortal() throws IOException {
        portal = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + portal.getAddress().getPort();
        portal.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, """
                {"authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","userinfo_endpoint":"%1$s/me"}
                """.formatted(issuer)));
        portal.createContext("/token", this::token);
        portal.createContext(
                "/me",
                exchange -> answer(
                        exchange,
                        "Bearer secret-token"
                                        .equals(exchange.getRequestHeaders().getFirst("Authorization"))
                                ? "{\"sub\":\"s1\",\"name\":\"王建国\",\"id_number\":\"331002\"}"
                                : "{}"));
        portal.start();
    }

    @AfterEach
    void closeThePortal() {
        portal.stop(0);
    }

    @Test
    void tellsWhoCameBack() {
        assertThat(signIn().arrive(departed(), BACK, "good")).contains(new GovernmentSignIn.Person("王建国", "331002"));
    }

    @Test
    void believesNoTokenOfAnotherDepartureAudienceTimeOrPerson() {
        GovernmentSignIn.Departure departure = departed();
        assertThat(signIn().arrive(departure, BACK, "bad")).isEmpty();
        nonce = "of somebody else";
        assertThat(signIn().arrive(departure, BACK, "good")).isEmpty();
        nonce = departure.nonce();
        audience = "another";
        assertThat(signIn().arrive(departure, BACK, "good")).isEmpty();
        audience = "linli";
        expires = 1;
        assertThat(signIn().arrive(departure, BACK, "good")).isEmpty();
        expires = Long.MAX_VALUE / 1000;
        subject = "s2";
        assertThat(signIn().arrive(departure, BACK, "good")).isEmpty();
        subject = "s1";
        assertThat(signIn().arrive(departure, BACK, "good")).isPresent();
    }

    @Test
    void sendsNothingPersonalOverAnOpenLineAndIsOffByDefault() {
        assertThatThrownBy(() -> signIn("http://portal.example")).hasMessageContaining("not https");
        assertThat(signIn("").isAvailable()).isFalse();
    }

    private GovernmentSignIn.Departure departed() {
        GovernmentSignIn.Departure departure = signIn().depart(BACK);
        Map<String, String> asked = form(String.valueOf(departure.page().getRawQuery()));
        assertThat(asked).containsEntry("redirect_uri", BACK.toString()).containsEntry("state", departure.state());
        nonce = String.valueOf(asked.get("nonce"));
        challenge = String.valueOf(asked.get("code_challenge"));
        return departure;
    }

    private OidcSignIn signIn() {
        return signIn(issuer);
    }

    private static OidcSignIn signIn(String issuer) {
        return new OidcSignIn(
                new OidcProperties(issuer, "linli", "s3cret", "profile", "name", "id_number"),
                new RealTime(Clock.systemUTC()));
    }

    /** Checks code, client and PKCE as a portal does. */
    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String client = Base64.getEncoder().encodeToString("linli:s3cret".getBytes(StandardCharsets.UTF_8));
        boolean right = "good".equals(asked.get("code"))
                && ("Basic " + client).equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && challenge.equals(sha256(String.valueOf(asked.get("code_verifier"))));
        String payload = "{\"iss\":\"%s\",\"aud\":[\"%s\"],\"sub\":\"%s\",\"nonce\":\"%s\",\"exp\":%d}"
                .formatted(issuer, audience, subject, nonce, expires);
        String token = "e30."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".c2ln";
        answer(
                exchange,
                right ? "{\"access_token\":\"secret-token\",\"id_token\":\"" + token + "\"}" : "{\"error\":\"no\"}");
    }

    private static String sha256(String text) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

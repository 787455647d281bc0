package org.linli.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.linli.testing.LinliTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Against a real HTTP server that answers as it is told. */
@LinliTest
class SmsDeliveryTests {

    private static final String SECRET = "a secret of the test";

    @Autowired
    Outbox outbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PersonalData personal;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RealTime time;

    private record Received(String body, String signature, String at) {}

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int answer = 200;
    private HttpServer service;
    private long id;

    SmsDeliveryTests() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void aMessageThatWaits() {
        service.createContext("/sms", exchange -> {
            received.add(new Received(
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                    exchange.getRequestHeaders().getFirst("Linli-Signature"),
                    exchange.getRequestHeaders().getFirst("Linli-Time")));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        service.start();
        outbox.send(Message.toPhone("+8613800000042", "验证码", "您的验证码是 123456"));
        id = jdbc.sql("select max(id) from platform.outbox").query(Long.class).single();
        jdbc.sql("update platform.outbox set sent_at = null where id = :id")
                .param("id", id)
                .update();
    }

    @AfterEach
    void stop() {
        service.stop(0);
        jdbc.sql("update platform.outbox set sent_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    @Test
    void anAcceptedMessageIsSignedSentOnceAndForgotten() throws Exception {
        delivery().deliver();
        delivery().deliver();

        assertThat(received).hasSize(1);
        assertThat(received.getFirst().body()).contains("+8613800000042", "123456", "\"id\":" + id);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = received.getFirst().at() + "\n" + received.getFirst().body();
        assertThat(received.getFirst().signature())
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        assertThat(state()).isEqualTo("1 sent");
        assertThat(personal.decrypt(jdbc.sql("select body from platform.outbox where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .single()))
                .isEmpty();
    }

    @Test
    void aRefusedMessageWaitsItsPauseAndIsGivenUpInTheEnd() {
        answer = 503;

        delivery().deliver();
        delivery().deliver();

        assertThat(received).hasSize(1);
        assertThat(state()).isEqualTo("1 waiting");
        for (int attempt = 2; attempt <= SmsDelivery.ATTEMPTS; attempt++) {
            jdbc.sql("update platform.outbox set next_at = null where id = :id")
                    .param("id", id)
                    .update();
            delivery().deliver();
        }
        assertThat(state()).isEqualTo(SmsDelivery.ATTEMPTS + " failed");
        delivery().deliver();
        assertThat(received).hasSize(SmsDelivery.ATTEMPTS);
    }

    @Test
    void aServiceThatIsNotThereLosesNothing() {
        service.stop(0);

        delivery().deliver();

        assertThat(state()).isEqualTo("1 waiting");
    }

    @Test
    void aShortSecretIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new SmsGateway(URI.create("http://localhost/sms"), "short"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("LINLI_SMS_SECRET");
    }

    private SmsDelivery delivery() {
        URI url = URI.create("http://localhost:" + service.getAddress().getPort() + "/sms");
        return new SmsDelivery(jdbc, personal, transaction, new SmsGateway(url, SECRET), time);
    }

    private String state() {
        return jdbc.sql("""
                select attempts || case when sent_at is not null then ' sent' when failed_at is not null then ' failed'
                    else ' waiting' end from platform.outbox where id = :id
                """).param("id", id).query(String.class).single();
    }
}

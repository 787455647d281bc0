package org.linli.platform.messages;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.RealTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages as encrypted rows: those inside Linli have arrived with that, others wait for a gateway. A demo sends none and shows all. */
@Component
public class Outbox implements Messages {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final RealTime time;
    private final Portal portal;

    Outbox(JdbcClient jdbc, PersonalData personal, RealTime time, Portal portal) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
        this.portal = portal;
    }

    @Override
    public void send(Message message) {
        OffsetDateTime now = OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        @Nullable String phone = message.phone();
        jdbc.sql("""
                insert into platform.outbox (account, recipient, channel, subject, body, thread, created_at, sent_at)
                values (:account, :recipient, :channel, :subject, :body, :thread, :now, :sent)
                """)
                .param("account", message.account())
                .param("recipient", phone == null ? null : personal.encrypt(phone))
                .param("channel", message.channel().name())
                .param("subject", personal.encrypt(message.subject()))
                .param("body", personal.encrypt(message.body()))
                .param("now", now)
                .param("thread", message.thread())
                .param("sent", portal.demo() || message.channel() == Message.Channel.IN_APP ? now : null)
                .update();
    }

    /** The latest messages, newest first; for the demo's page and for nobody else. */
    public List<Sent> listLatest(int limit) {
        return jdbc.sql("""
                select account, recipient, channel, subject, body, created_at
                from platform.outbox order by id desc limit :limit
                """)
                .param("limit", limit)
                .query((row, n) -> new Sent(
                        row.getObject("account", Long.class),
                        row.getBytes("recipient") == null ? null : personal.decrypt(row.getBytes("recipient")),
                        Message.Channel.valueOf(row.getString("channel")),
                        personal.decrypt(row.getBytes("subject")),
                        personal.decrypt(row.getBytes("body")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** A stored message. @param account or null @param phone E.164 or null @param at when it was handed over */
    public record Sent(
            @Nullable Long account,
            @Nullable String phone,
            Message.Channel channel,
            String subject,
            String body,
            Instant at) {}
}

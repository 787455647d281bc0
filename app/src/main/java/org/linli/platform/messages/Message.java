package org.linli.platform.messages;

import org.jspecify.annotations.Nullable;

/**
 * Words for one person.
 *
 * @param account the account it is for, or null if only the phone is known
 * @param phone E.164, or null for a message inside Linli only
 * @param channel how it should go
 * @param subject one line
 * @param body plain text
 * @param thread what later messages about the same thing share, such as {@code heads:8d1f…}: a kind and an id, no words; null for a
 *     message that stands alone
 */
public record Message(
        @Nullable Long account,
        @Nullable String phone,
        Channel channel,
        String subject,
        String body,
        @Nullable String thread) {

    public Message {
        if (account == null && phone == null) {
            throw new IllegalArgumentException("a message to nobody");
        }
    }

    /** The way a message goes. */
    public enum Channel {
        SMS,
        MAIL,
        IN_APP
    }

    public static Message toPhone(String phone, String subject, String body) {
        return new Message(null, phone, Channel.SMS, subject, body, null);
    }

    public static Message toAccount(long account, String subject, String body) {
        return new Message(account, null, Channel.IN_APP, subject, body, null);
    }

    /** The same words as part of a thread. */
    public Message in(String named) {
        return new Message(account, phone, channel, subject, body, named);
    }
}

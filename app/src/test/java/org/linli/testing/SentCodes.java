package org.linli.testing;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.linli.platform.messages.Outbox;

/** The one-time codes that people read from their phones. */
public final class SentCodes {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** Jobs send other messages meanwhile. */
    private static final int LOOKED_AT = 2_000;

    private SentCodes() {}

    /** The last one sent to a phone. @param phone as in E.164, such as {@code +8613900000001} */
    public static String latest(Outbox outbox, String phone) {
        return outbox.listLatest(LOOKED_AT).stream()
                .filter(sent -> phone.equals(sent.phone()))
                .map(sent -> CODE.matcher(sent.body()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst()
                .orElseThrow();
    }
}

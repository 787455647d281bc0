package org.linli.rules.intake;

import org.linli.rules.codes.Phone;

/** Phone numbers as street offices write them. Source: see {@link Phone}. */
public final class PhoneText {
    private PhoneText() {}

    /** The number as E.164, refused if it is not one complete number. */
    public static Reading<String> read(String text) {
        if (Texts.saysNone(text)) {
            return new Reading.Blank<>();
        }
        return Phone.e164(text)
                .<Reading<String>>map(number -> new Reading.Value<>(number, false, null))
                .orElseGet(() -> new Reading.Unreadable<>(IntakeProblem.NOT_A_PHONE, null));
    }
}

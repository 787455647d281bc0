package org.linli.rules.codes;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Phone numbers as street offices write them, kept as E.164. A phone number is a contact, never an identity.
 *
 * <p>Source: ITU-T E.164 for the kept form; mainland mobile numbers as 1 and a digit from 3 up, area codes of three
 * digits for 010 and 02x and of four digits otherwise [K].
 */
public final class Phone {
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE =
            Pattern.compile("0(?:(?:10|2[0-9])[1-9][0-9]{7}|[3-9][0-9]{2}[1-9][0-9]{6,7})");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern E164_MOBILE = Pattern.compile("\\+861[3-9][0-9]{9}");
    private static final int KEPT = 4;

    private Phone() {}

    /**
     * The number with country code, or empty if it is not one complete number.
     *
     * <p>Read are mainland mobiles, landlines with their area code, and any number with an explicit plus and 7 to 15
     * digits; full-width forms, spaces, dashes, dots and brackets do not matter. A trunk zero after +86 is dropped.
     */
    public static Optional<String> e164(String raw) {
        String number = Compact.of(raw).replaceAll("[().]", "");
        if (MOBILE.matcher(number).matches()) {
            return Optional.of("+86" + number);
        }
        if (LANDLINE.matcher(number).matches()) {
            return Optional.of("+86" + number.substring(1));
        }
        String international = number.startsWith("+860") ? "+86" + number.substring(4) : number;
        return Optional.of(international)
                .filter(candidate -> INTERNATIONAL.matcher(candidate).matches());
    }

    /** Whether a kept number is a mainland mobile, which can receive short messages. */
    public static boolean isMobile(String e164) {
        return E164_MOBILE.matcher(e164).matches();
    }

    /** The number for showing: {@code 138****0000} for a mainland mobile, else stars and the last four digits. */
    public static String masked(String e164) {
        if (isMobile(e164)) {
            return e164.substring(3, 6) + "****" + e164.substring(10);
        }
        int hidden = e164.length() - KEPT;
        return hidden <= 0 ? "*".repeat(e164.length()) : "*".repeat(hidden) + e164.substring(hidden);
    }
}

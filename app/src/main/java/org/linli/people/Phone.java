package org.linli.people;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number in its one canonical form. It is a contact and no identity: shared, foreign or absent.
 *
 * @param e164 such as +8613800000000
 */
public record Phone(String e164) {

    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");
    private static final Pattern MAINLAND_MOBILE = Pattern.compile("1[3-9]\\d{9}");

    public Phone {
        if (!E164.matcher(e164).matches()) {
            throw new IllegalArgumentException("not an E.164 number");
        }
    }

    /** Reads what people type: 138 0000 0000, +86 138…, 0086138…, +44 20…. Empty when it is no number. */
    public static Optional<Phone> parse(String text) {
        String plain = text.strip().replaceAll("[\\s()\\-.·]", "");
        if (plain.startsWith("00")) {
            plain = "+" + plain.substring(2);
        } else if (MAINLAND_MOBILE.matcher(plain).matches()) {
            plain = "+86" + plain;
        } else if (plain.startsWith("86")
                && MAINLAND_MOBILE.matcher(plain.substring(2)).matches()) {
            plain = "+" + plain;
        }
        return E164.matcher(plain).matches() ? Optional.of(new Phone(plain)) : Optional.empty();
    }

    public String last4() {
        return e164.substring(e164.length() - 4);
    }

    /** For pages: 138****0000, and a foreign number by its last four digits alone. */
    public String masked() {
        return e164.startsWith("+86") && e164.length() == 14
                ? e164.substring(3, 6) + "****" + last4()
                : "****" + last4();
    }

    @Override
    public String toString() {
        return masked();
    }
}

package org.linli.rules.privacy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.linli.rules.HalfWidth;
import org.linli.rules.codes.Phone;

/**
 * Contacts that are meant for the public, such as the phone of an office.
 *
 * @param kept phones as E.164, mail addresses in lower case
 */
public record OpenContacts(Set<String> kept) {

    public static final OpenContacts NONE = new OpenContacts(Set.of());

    private static final String EMAIL = "[a-z0-9._%+-]+@[a-z0-9-]+(?:\\.[a-z0-9-]+)+";

    public OpenContacts {
        kept = Set.copyOf(kept);
    }

    /** A contact in the form in which it is kept; empty if it is neither one complete phone number nor a mail address. */
    public static Optional<String> normalise(String raw) {
        String mail = HalfWidth.of(raw).strip().toLowerCase(Locale.ROOT);
        return mail.matches(EMAIL) ? Optional.of(mail) : Phone.e164(raw);
    }

    boolean hasMail(String address) {
        return kept.contains(address.toLowerCase(Locale.ROOT));
    }

    boolean hasPhone(String e164) {
        return kept.contains(e164);
    }

    /** Whether a landline is on the list that ends in a number written without its area code. */
    boolean hasLocal(String number) {
        return kept.stream()
                .anyMatch(one -> one.startsWith("+86")
                        && one.endsWith(number)
                        && one.length() - number.length() <= "+86576".length());
    }
}

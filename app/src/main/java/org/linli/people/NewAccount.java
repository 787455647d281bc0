package org.linli.people;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param name as shown on pages, not blank
 * @param username for staff: 3 to 40 of {@code a-z 0-9 . _ -}, unique, folded to lower case; else null
 * @param phone a contact, or null
 * @param demo an account of the synthetic city
 */
public record NewAccount(
        String name, @Nullable String username, @Nullable Phone phone, boolean demo) {

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");

    public NewAccount {
        name = name.strip();
        if (name.isEmpty() || name.length() > 60) {
            throw new IllegalArgumentException("a name has 1 to 60 characters");
        }
        if (username != null) {
            username = folded(username);
            if (!isUsername(username)) {
                throw new IllegalArgumentException("not a username: " + username);
            }
        }
    }

    static String folded(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    public static boolean isUsername(String text) {
        return USERNAME.matcher(folded(text)).matches();
    }
}

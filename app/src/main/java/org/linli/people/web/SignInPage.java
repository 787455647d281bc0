package org.linli.people.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step of signing in.
 *
 * @param next where it leads afterwards, a path
 * @param error text key of what was wrong, or null
 * @param typed what was typed and is kept: phone or username
 */
public record SignInPage(Way way, String next, @Nullable String error, String typed) {

    /** The tabs. */
    public enum Way {
        PHONE,
        STAFF
    }

    /** The code's page. @param phone masked */
    public record Code(String phone, String next, @Nullable String error) {}

    /** Several accounts share a phone. */
    public record Persons(List<Person> persons, String next) {}

    /** @param since the day the account was made */
    public record Person(long id, String name, String since) {}

    /** @param demoCode the code to type, shown for accounts of the demo only, else null @param demo such an account */
    public record SecondFactor(
            String next,
            @Nullable String error,
            boolean demo,
            @Nullable String demoCode) {}

    /**
     * A new authenticator app.
     *
     * @param action where the form goes
     * @param qr path data of the QR code's dark squares
     * @param qrSize squares along one side
     * @param secret in base 32, in groups of four
     */
    public record Enrol(
            String action,
            String next,
            String qr,
            int qrSize,
            String secret,
            @Nullable String error) {}

    /** A set-up link. @param name whose @param username or empty when the link no longer works */
    public record SetUp(
            String token,
            String name,
            String username,
            @Nullable String error) {}
}

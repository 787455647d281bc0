package org.linli.testing;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.linli.people.People;
import org.linli.people.Totp;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.RealTime;

/** Somebody who works here, made for one test, with a password and an authenticator of their own. */
public final class StaffMember {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PASSWORD = "a long enough passphrase";

    private final String username = "staff-" + NUMBER.incrementAndGet();
    private final byte[] secret = new byte[20];
    private final RealTime time;
    private final long account;

    public StaffMember(People people, RealTime time, Role role, Scope scope) {
        new SecureRandom().nextBytes(secret);
        this.time = time;
        this.account = people.createStaff(username, "测试员" + username, PASSWORD, secret, false);
        people.grantUnchecked(account, role, scope, LocalDate.of(2023, 1, 1));
    }

    public long account() {
        return account;
    }

    public String username() {
        return username;
    }

    public String password() {
        return PASSWORD;
    }

    /** The code that the authenticator shows now. */
    public String code() {
        return Totp.code(secret, Totp.step(time.now()));
    }

    /** A browser without scripts in which this person is signed in. */
    public Visitor signedIn(int port) {
        return signedIn(port, code());
    }

    /** A second browser of the same person, by the code that comes next: no code is taken twice. */
    public Visitor signedInAgain(int port) {
        return signedIn(port, Totp.code(secret, Totp.step(time.now()) + 1));
    }

    private Visitor signedIn(int port, String code) {
        Visitor visitor = new Visitor(port);
        visitor.signIn(username, PASSWORD, code);
        return visitor;
    }
}

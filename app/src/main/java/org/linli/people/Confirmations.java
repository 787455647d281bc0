package org.linli.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.time.RealTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms once more who acts, before something that cannot be taken back.
 *
 * <p>Source: own default [D]: a sign-in counts as fresh for fifteen minutes; later a one-time code goes to the phone.
 */
@Service
public class Confirmations {

    private static final Duration FRESH = Duration.ofMinutes(15);

    private final AccountStore accounts;
    private final SignIn signIn;
    private final RealTime time;

    Confirmations(AccountStore accounts, SignIn signIn, RealTime time) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.time = time;
    }

    /** Whether the person signed in a moment ago. */
    public boolean isFresh(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(FRESH).isAfter(time.now());
    }

    /** Whether a code can reach the account. */
    public boolean hasPhone(long account) {
        return accounts.findPhone(new AccountId(account)).isPresent();
    }

    /** Sends a code to the account's phone; false when there is none, or it asked too often. */
    @Transactional
    public boolean send(long account, HttpServletRequest request) {
        return accounts.findPhone(new AccountId(account))
                .map(phone -> signIn.sendCode(new Phone(phone), request.getRemoteAddr()))
                .orElse(false);
    }

    /** Whether the code is the one sent last. */
    @Transactional
    public boolean isRight(long account, String typed) {
        return accounts.findPhone(new AccountId(account))
                .map(phone -> signIn.code(new Phone(phone), typed))
                .orElse(false);
    }

    /**
     * Sends a code to a phone that is not the account's own yet, to prove that it reaches whoever names it; false when the number is none
     * or the phone or the network address asked too often.
     */
    @Transactional
    public boolean sendTo(String typed, HttpServletRequest request) {
        return Phone.parse(typed)
                .map(phone -> signIn.sendCode(phone, request.getRemoteAddr()))
                .orElse(false);
    }

    /** Whether the code is the one sent last to the phone; the phone as E.164 if so. */
    @Transactional
    public Optional<String> proved(String typed, String code) {
        return Phone.parse(typed).filter(phone -> signIn.code(phone, code)).map(Phone::e164);
    }
}

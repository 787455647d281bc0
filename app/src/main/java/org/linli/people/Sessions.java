package org.linli.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.RealTime;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * What a browser session knows: the account, the hat, whether two factors were shown; and before that, how far a sign-in
 * has come. Each step up happens in a new session with a new id and nothing of the old one.
 */
@Component
public class Sessions {

    private static final String ACCOUNT = "linli.account";
    private static final String GRANT = "linli.grant";
    private static final String SCOPE_NAME = "linli.scope-name";
    private static final String DEVICE = "linli.device";
    private static final String STEP = "linli.step";
    private static final String STEP_VALUE = "linli.step-value";
    private static final String STEP_UNTIL = "linli.step-until";
    private static final Duration STEP_LIFE = Duration.ofMinutes(10);

    private final FindByIndexNameSessionRepository<? extends Session> repository;
    private final PersonalData personal;
    private final RealTime time;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository, PersonalData personal, RealTime time) {
        this.repository = repository;
        this.personal = personal;
        this.time = time;
    }

    /** A sign-in that is not complete. */
    public enum Step {
        /** The value is the phone a code was sent to. */
        CODE_SENT,
        /** The value is the phone that was proved; several accounts share it. */
        PHONE_PROVED,
        /** The value is the account whose password was right. */
        PASSWORD_GIVEN,
        /** The value is account and new secret, to be confirmed by a first code. */
        ENROLLING
    }

    /** Signs the account in: a new session, its id unknown to whoever knew the old one. */
    public void begin(HttpServletRequest request, AccountId account) {
        HttpSession session = fresh(request);
        session.setAttribute(ACCOUNT, account.value());
        session.setAttribute(DEVICE, Devices.summary(String.valueOf(request.getHeader("User-Agent"))));
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
    }

    public void end(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    Optional<AccountId> account(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) instanceof Long id
                ? Optional.of(new AccountId(id))
                : Optional.empty();
    }

    /** Id of the grant worn, 0 before one was chosen. */
    long hat(HttpServletRequest request) {
        return request.getSession().getAttribute(GRANT) instanceof Long grant ? grant : 0;
    }

    String scopeName(HttpServletRequest request) {
        return request.getSession().getAttribute(SCOPE_NAME) instanceof String name ? name : "";
    }

    public void wear(HttpServletRequest request, long grant, String scopeName) {
        request.getSession().setAttribute(GRANT, grant);
        request.getSession().setAttribute(SCOPE_NAME, scopeName);
    }

    /** Remembers, encrypted and for ten minutes, how far a sign-in has come; a step that proved something renews the session. */
    public void reach(HttpServletRequest request, Step step, String value) {
        HttpSession session =
                step == Step.PASSWORD_GIVEN || step == Step.PHONE_PROVED ? fresh(request) : request.getSession();
        session.setAttribute(STEP, step.name());
        session.setAttribute(STEP_VALUE, personal.encrypt(value));
        session.setAttribute(STEP_UNTIL, time.now().plus(STEP_LIFE).toEpochMilli());
    }

    public Optional<String> at(HttpServletRequest request, Step step) {
        @Nullable HttpSession session = request.getSession(false);
        return session != null
                        && step.name().equals(session.getAttribute(STEP))
                        && session.getAttribute(STEP_UNTIL) instanceof Long until
                        && time.now().toEpochMilli() < until
                        && session.getAttribute(STEP_VALUE) instanceof byte[] value
                ? Optional.of(personal.decrypt(value))
                : Optional.empty();
    }

    public void leaveStep(HttpServletRequest request) {
        request.getSession().removeAttribute(STEP);
        request.getSession().removeAttribute(STEP_VALUE);
        request.getSession().removeAttribute(STEP_UNTIL);
    }

    /** The open sessions of an account, the latest first. */
    public List<Open> list(HttpServletRequest request, AccountId account) {
        String own = request.getSession().getId();
        return of(account.value()).entrySet().stream()
                .map(entry -> new Open(
                        key(entry.getKey()),
                        String.valueOf(entry.getValue().<@Nullable String>getAttribute(DEVICE)),
                        entry.getValue().getCreationTime(),
                        entry.getValue().getLastAccessedTime(),
                        entry.getKey().equals(own)))
                .sorted(Comparator.comparing(Open::lastSeen).reversed())
                .toList();
    }

    /** Ends one of the account's own sessions; nothing happens for a key that is not among them. */
    public void endOne(AccountId account, String key) {
        of(account.value()).keySet().stream()
                .filter(id -> ConstantTime.equals(key(id), key))
                .forEach(repository::deleteById);
    }

    public void endOthers(HttpServletRequest request, AccountId account) {
        String own = request.getSession().getId();
        of(account.value()).keySet().stream().filter(id -> !id.equals(own)).forEach(repository::deleteById);
    }

    void endAll(long account) {
        of(account).keySet().forEach(repository::deleteById);
    }

    private Map<String, ? extends Session> of(long account) {
        return repository.findByPrincipalName(Long.toString(account));
    }

    /** Names a session on a page without telling its id. */
    private String key(String sessionId) {
        return HexFormat.of().formatHex(personal.hash("session", sessionId));
    }

    private static HttpSession fresh(HttpServletRequest request) {
        @Nullable HttpSession old = request.getSession(false);
        if (old != null) {
            old.invalidate();
        }
        return request.getSession(true);
    }

    /** An open session. @param key names it on pages @param device browser and system in words @param current this one */
    public record Open(String key, String device, Instant since, Instant lastSeen, boolean current) {}
}

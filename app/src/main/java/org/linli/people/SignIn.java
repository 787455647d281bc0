package org.linli.people;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Proofs of who somebody is. Every failure looks the same from outside: nobody learns which account exists. */
@Service
public class SignIn {

    private final AccountStore accounts;
    private final GrantStore grants;
    private final Passwords passwords;
    private final PhoneCodes codes;
    private final SetUpTokens tokens;
    private final Sessions sessions;
    private final Messages messages;
    private final AccessLog log;
    private final BusinessTime business;
    private final RealTime time;

    SignIn(
            AccountStore accounts,
            GrantStore grants,
            Passwords passwords,
            PhoneCodes codes,
            SetUpTokens tokens,
            Sessions sessions,
            Messages messages,
            AccessLog log,
            BusinessTime business,
            RealTime time) {
        this.accounts = accounts;
        this.grants = grants;
        this.passwords = passwords;
        this.codes = codes;
        this.tokens = tokens;
        this.sessions = sessions;
        this.messages = messages;
        this.log = log;
        this.business = business;
        this.time = time;
    }

    /** The account if username and password are right and it is not locked; five wrong tries lock for 15 minutes. */
    @Transactional
    public Optional<Account> password(String username, String password) {
        Optional<Account> account = accounts.findByUsername(NewAccount.folded(username));
        @Nullable
        String hash =
                account.flatMap(known -> accounts.findPasswordHash(known.id())).orElse(null);
        boolean tried = account.isPresent() && accounts.beginTry(account.get().id(), time.now());
        boolean right = passwords.matches(password, hash);
        if (tried && right) {
            accounts.takeBackTry(account.get().id());
            return account;
        }
        account.ifPresent(known -> refused(known.id(), "password"));
        return Optional.empty();
    }

    /** Whether the code of the authenticator app is right; each code works once, wrong ones count toward the lock. */
    @Transactional
    public boolean totp(AccountId id, String typed) {
        Optional<Account> account = accounts.find(id);
        if (account.isEmpty() || !accounts.beginTry(id, time.now())) {
            return false;
        }
        OptionalLong step = account.get().totp().isEmpty()
                ? OptionalLong.empty()
                : Totp.accept(
                        account.get().totp().get(),
                        typed,
                        time.now(),
                        account.get().totpLastStep());
        if (step.isEmpty() || !accounts.useStep(id, step.getAsLong())) {
            refused(id, "second-factor");
            return false;
        }
        accounts.forgiveTries(id);
        return true;
    }

    /** Keeps a new authenticator secret once the app has shown a right code of it. */
    @Transactional
    public boolean enrol(Enrolment enrolment, String typed) {
        AccountId id = enrolment.account();
        byte[] secret = enrolment.secret();
        OptionalLong step = Totp.accept(secret, typed, time.now(), null);
        if (step.isEmpty() || !accounts.beginTry(id, time.now())) {
            return false;
        }
        accounts.setTotp(id, secret);
        accounts.useStep(id, step.getAsLong());
        accounts.forgiveTries(id);
        acted(id, "enrol", "");
        return true;
    }

    /** A code that works now, for the second-factor page of a demo account. */
    public Optional<String> demoCode(Account account) {
        return account.totp().flatMap(secret -> Totp.usableCode(secret, time.now(), account.totpLastStep()));
    }

    /** Sends a code; false when the phone or the network address asked too often. */
    @Transactional
    public boolean sendCode(Phone phone, String origin) {
        Optional<String> code = codes.issue(phone, origin);
        code.ifPresent(digits -> messages.send(Message.toPhone(
                phone.e164(),
                "验证码 Sign-in code",
                "【邻里】验证码 " + digits + "，10 分钟内有效，请勿告诉他人。 Your Linli code is " + digits
                        + ", valid for 10 minutes. Tell nobody.")));
        return code.isPresent();
    }

    /** Whether the code proves the phone. */
    @Transactional
    public boolean code(Phone phone, String typed) {
        return codes.use(phone, typed);
    }

    /** The accounts of a proved phone; it may be shared by a family. */
    public List<Account> listByPhone(Phone phone) {
        return accounts.findByPhone(accounts.hash(phone));
    }

    /** Makes an account for a proved phone. */
    @Transactional
    public Account register(Phone phone, String language) {
        AccountId id = accounts.insert(new NewAccount(phone.masked(), null, phone, false), time.now());
        accounts.setLanguage(id, language);
        acted(id, "register", "phone");
        return accounts.find(id).orElseThrow();
    }

    /** Staff without a grant for today have no business here. */
    public boolean mayEnter(Account account) {
        return !account.isStaff()
                || !grants.listLive(account.id(), business.today()).isEmpty();
    }

    /** Writes the completed sign-in down. @param way such as {@code totp}, {@code passkey}, {@code phone} */
    @Transactional
    public void entered(Account account, String way) {
        accounts.forgiveTries(account.id());
        acted(account.id(), "sign-in", way);
    }

    /** The account whose set-up link this is. */
    public Optional<Account> setUp(String token) {
        return tokens.find(token).flatMap(owner -> owner).flatMap(accounts::find);
    }

    /** Uses a set-up link: the new password stands and the authenticator app is enrolled anew. Returns a text key, or empty. */
    @Transactional
    public Optional<String> finishSetUp(String token, String password) {
        Optional<Account> account = setUp(token);
        if (account.isEmpty()) {
            return Optional.of("people.set-up.gone");
        }
        Optional<String> objection =
                Passwords.objection(password, String.valueOf(account.get().username()));
        if (objection.isPresent()) {
            return objection;
        }
        if (!tokens.use(token)) {
            return Optional.of("people.set-up.gone");
        }
        AccountId id = account.get().id();
        accounts.setPassword(id, passwords.hash(password), time.now());
        accounts.setTotp(id, null);
        accounts.forgiveTries(id);
        sessions.endAll(id.value());
        acted(id, "password.set", "set-up link");
        return Optional.empty();
    }

    /** Whether this is the account's password; wrong ones count toward the lock. */
    @Transactional
    public boolean confirm(AccountId id, String password) {
        if (!accounts.beginTry(id, time.now())
                || !passwords.matches(password, accounts.findPasswordHash(id).orElse(null))) {
            refused(id, "password");
            return false;
        }
        accounts.takeBackTry(id);
        return true;
    }

    /** Changes the password of somebody who knows the present one. Returns a text key of what is wrong, or empty. */
    @Transactional
    public Optional<String> changePassword(Account account, String present, String wanted) {
        if (!confirm(account.id(), present)) {
            return Optional.of("people.password.wrong");
        }
        Optional<String> objection = Passwords.objection(wanted, String.valueOf(account.username()));
        if (objection.isEmpty()) {
            accounts.setPassword(account.id(), passwords.hash(wanted), time.now());
            acted(account.id(), "password.set", "own wish");
        }
        return objection;
    }

    @Transactional
    public void setLanguage(AccountId id, String language) {
        accounts.setLanguage(id, language);
    }

    private void refused(AccountId id, String reason) {
        acted(id, "sign-in.refused", reason);
    }

    private void acted(AccountId id, String verb, String reason) {
        log.record(new AccessLog.Act(id.value(), null, verb, "account", id.toString(), reason, "", ""));
    }
}

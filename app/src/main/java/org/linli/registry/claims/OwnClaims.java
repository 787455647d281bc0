package org.linli.registry.claims;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.claims.ClaimResult.Reason;
import org.linli.registry.claims.ClaimStore.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody does about their own homes: prove one in four ways, object to a stranger's proof, end their own.
 *
 * <p>A proof that fails says only that it is not the register's, whatever part of it was wrong.
 */
@Service
public class OwnClaims {

    private static final int PAPERS_AT_MOST = 3;

    private final ClaimStore claims;
    private final ClaimSteps steps;
    private final ClaimTries tries;
    private final ClaimNotices notices;
    private final Letters letters;
    private final Papers papers;
    private final HomeRegister register;
    private final AccessLog log;
    private final BusinessTime time;

    OwnClaims(
            ClaimStore claims,
            ClaimSteps steps,
            ClaimTries tries,
            ClaimNotices notices,
            Letters letters,
            Papers papers,
            HomeRegister register,
            AccessLog log,
            BusinessTime time) {
        this.claims = claims;
        this.steps = steps;
        this.tries = tries;
        this.notices = notices;
        this.letters = letters;
        this.papers = papers;
        this.register = register;
        this.log = log;
        this.time = time;
    }

    /** The person at the screen. */
    public record Who(long account, String name) {}

    /** Way A: a government portal answered for name and number. */
    @Transactional
    public ClaimResult byGovernment(Who who, HomeWords words, GovernmentSignIn.Person person) {
        return matched(
                who, words, Assurance.A, person.name(), home -> register.match(home, person.name(), person.idNumber()));
    }

    /** Way B: name, number and certificate are the register's. */
    @Transactional
    public ClaimResult byCertificate(Who who, HomeWords words, String name, String idNumber, String certificate) {
        return matched(
                who,
                words,
                Assurance.B,
                name,
                home -> register.match(home, name, idNumber)
                        .filter(person -> register.isCertificate(home, certificate)));
    }

    /** Way D: the code of the letter that came to the home, and the number is the register's. */
    @Transactional
    public ClaimResult byLetter(Who who, HomeWords words, String code, String idNumber) {
        return matched(who, words, Assurance.D, "", home -> {
            // Both are looked at whatever the first one says, so that a code is used up by wrong numbers too.
            boolean right = letters.isRight(home, code);
            Optional<HomeRegister.Person> person = register.match(home, idNumber);
            return right ? person : Optional.empty();
        });
    }

    private interface Proof {
        Optional<HomeRegister.Person> of(HomeRegister.Home home);
    }

    private ClaimResult matched(Who who, HomeWords words, Assurance way, String name, Proof proof) {
        if (!tries.begin(who.account, words.key())) {
            return refused(who, Reason.TOO_OFTEN);
        }
        claims.lock(words.community());
        Optional<HomeRegister.Home> home =
                register.find(words.community(), words.building(), words.unit(), words.room());
        Optional<HomeRegister.Person> owner = home.flatMap(proof::of);
        if (owner.isEmpty()) {
            return refused(who, Reason.NO_MATCH);
        }
        for (Claim open : openOf(who, home.get())) {
            if (open.state() != ClaimState.SUBMITTED && open.state() != ClaimState.SEEN) {
                return refused(who, Reason.TWICE);
            }
            steps.end(open, "CLM-BETTER", steps.actor(who.account, who.name));
        }
        ClaimId id = claims.insert(
                words.community(),
                home.get().number(),
                who.account,
                way,
                name.isEmpty() ? owner.get().name() : name,
                time.now());
        steps.confirm(id, home.get(), who.account, owner.get().number(), "", steps.actor(who.account, who.name));
        if (way == Assurance.D) {
            letters.use(home.get());
        }
        return new ClaimResult.Done(id);
    }

    private List<Claim> openOf(Who who, HomeRegister.Home home) {
        return claims.listOn(home.community(), home.number()).stream()
                .filter(claim -> claim.account() == who.account)
                .toList();
    }

    private ClaimResult refused(Who who, Reason reason) {
        log.record(new AccessLog.Act(
                who.account, null, "claim.refused", "account", Long.toString(who.account), reason.code(), "", ""));
        return ClaimResult.refused(reason);
    }

    /** Way C: papers for a worker to see. @param name as on the papers */
    @Transactional
    public ClaimResult byPapers(Who who, HomeWords words, String name, List<InputStream> handedIn) {
        claims.lock(words.community());
        Optional<HomeRegister.Home> home =
                register.find(words.community(), words.building(), words.unit(), words.room());
        if (home.isEmpty()) {
            return ClaimResult.refused(Reason.NO_HOME);
        }
        if (name.isBlank()) {
            return ClaimResult.refused(Reason.REASON);
        }
        if (!openOf(who, home.get()).isEmpty()) {
            return ClaimResult.refused(Reason.TWICE);
        }
        List<Papers.Stored> stored = new ArrayList<>();
        for (InputStream content : handedIn.subList(0, Math.min(handedIn.size(), PAPERS_AT_MOST))) {
            papers.put(content).ifPresent(stored::add);
        }
        if (stored.isEmpty() || stored.size() < handedIn.size()) {
            return ClaimResult.refused(Reason.PAPERS);
        }
        ClaimId id = claims.insert(words.community(), home.get().number(), who.account, Assurance.C, name, time.now());
        for (int i = 0; i < stored.size(); i++) {
            Papers.Stored paper = stored.get(i);
            claims.addPaper(id, new ClaimStore.Paper(i + 1, paper.type(), paper.hash()), paper.bytes());
        }
        claims.act(id, new Step(ClaimState.SUBMITTED, null, steps.due(), ""), steps.actor(who.account, who.name));
        return new ClaimResult.Done(id);
    }

    /** Ends the account's own claim. */
    @Transactional
    public ClaimResult end(Who who, ClaimId id) {
        claims.lock(id.community());
        Optional<Claim> claim = steps.find(id).filter(found -> found.account() == who.account);
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        if (!claim.get().state().mayBecome(ClaimState.ENDED)) {
            return ClaimResult.refused(Reason.STATE);
        }
        steps.end(claim.get(), "CLM-OWN", steps.actor(who.account, who.name));
        return new ClaimResult.Done(id);
    }

    /** Claims of others on the account's own homes to which it may still object. */
    public List<Claim> listObjectionable(Who who) {
        return claims.listOf(who.account).stream()
                .filter(Claim::isHeld)
                .flatMap(own -> claims.listOn(own.id().community(), own.homeNo()).stream())
                .filter(other -> other.account() != who.account && mayBeObjectedTo(other))
                .distinct()
                .toList();
    }

    /** Objects to another account's claim on one of the account's own homes. */
    @Transactional
    public ClaimResult object(Who who, ClaimId id, String reason) {
        claims.lock(id.community());
        Optional<Claim> claim = listObjectionable(who).stream()
                .filter(found -> found.id().equals(id))
                .findFirst();
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        return object(claim.get(), reason, who.account, who.name);
    }

    /** Whether the word is one that an owner of the home was sent about the claim. */
    public Optional<Claim> byWord(ClaimId id, String word) {
        return notices.isWordOf(id, word) ? steps.find(id) : Optional.empty();
    }

    /** An owner objects by the word of the message, without an account. */
    @Transactional
    public ClaimResult objectByWord(ClaimId id, String word, String reason) {
        claims.lock(id.community());
        Optional<Claim> claim = byWord(id, word);
        return claim.isEmpty() ? new ClaimResult.Unknown() : object(claim.get(), reason, null, "CLM-OWNER");
    }

    private ClaimResult object(
            Claim claim, String reason, @org.jspecify.annotations.Nullable Long account, String name) {
        if (!mayBeObjectedTo(claim)) {
            return ClaimResult.refused(Reason.TOO_LATE);
        }
        if (reason.isBlank()) {
            return ClaimResult.refused(Reason.REASON);
        }
        steps.dispute(claim, reason.strip(), steps.actor(account, name));
        return new ClaimResult.Done(claim.id());
    }

    private boolean mayBeObjectedTo(Claim claim) {
        return claim.state() == ClaimState.CONFIRMED && claim.isUnderObjection(time.today());
    }

    /** All claims of the account, the newest first. */
    public List<Claim> list(Who who) {
        return claims.listOf(who.account);
    }

    /** The account's claim, whatever became of it. */
    public Optional<Claim> find(Who who, ClaimId id) {
        return claims.find(id, RowScope.everything()).filter(claim -> claim.account() == who.account);
    }
}

package org.linli.people;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.home.ReadyNote;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first three accounts of an empty installation, made once by whoever reads its console.
 *
 * <p>Source: separation of system, security and audit administrators (三员分立), GB/T 22239-2019 level 3 [K].
 */
@Service
public class Administrators implements ReadyNote {

    /** The order in which they are asked for. */
    public static final List<Role> ROLES = List.of(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    private final AccountStore accounts;
    private final SetUpTokens tokens;
    private final People people;
    private final AccessLog log;
    private final Portal portal;
    private final BusinessTime business;

    Administrators(
            AccountStore accounts,
            SetUpTokens tokens,
            People people,
            AccessLog log,
            Portal portal,
            BusinessTime business) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.people = people;
        this.log = log;
        this.portal = portal;
        this.business = business;
    }

    /** What was typed for one of them. */
    public record Candidate(String name, String username, String password) {}

    /** Prints a fresh link while there is nobody; the links printed before it stop working. */
    @Override
    @Transactional
    public List<String> lines(String address) {
        if (portal.demo() || !accounts.isEmpty()) {
            return List.of();
        }
        return List.of(
                "Make the three administrators here, once and within 24 hours:",
                address + "/setup?token=" + tokens.issue(null, Duration.ofHours(24)));
    }

    public boolean isOpen(String token) {
        return tokens.find(token).filter(Optional::isEmpty).isPresent() && accounts.isEmpty();
    }

    /**
     * Makes the three, all or none.
     *
     * @param candidates in the order of {@link #ROLES}
     * @return the text key of what is wrong, or empty
     */
    @Transactional
    public Optional<String> make(String token, List<Candidate> candidates) {
        if (candidates.size() != ROLES.size()) {
            throw new IllegalArgumentException(candidates.size() + " administrators");
        }
        if (!isOpen(token)) {
            return Optional.of("people.set-up.gone");
        }
        Optional<String> objection = objection(candidates);
        if (objection.isPresent()) {
            return objection;
        }
        if (!tokens.use(token)) {
            return Optional.of("people.set-up.gone");
        }
        for (int i = 0; i < ROLES.size(); i++) {
            Candidate candidate = candidates.get(i);
            long id = people.createStaff(
                    candidate.username(), candidate.name(), candidate.password(), new byte[0], false);
            people.grantUnchecked(id, ROLES.get(i), new Scope.OfPlatform(), business.today());
            log.record(new AccessLog.Act(
                    id,
                    null,
                    "account.create",
                    "account",
                    Long.toString(id),
                    ROLES.get(i).name(),
                    "",
                    ""));
        }
        return Optional.empty();
    }

    private static Optional<String> objection(List<Candidate> candidates) {
        Set<String> usernames = candidates.stream()
                .map(candidate -> NewAccount.folded(candidate.username()))
                .collect(Collectors.toSet());
        Set<String> names =
                candidates.stream().map(candidate -> candidate.name().strip()).collect(Collectors.toSet());
        if (usernames.size() < candidates.size() || names.size() < candidates.size()) {
            return Optional.of("people.setup.same");
        }
        for (Candidate candidate : candidates) {
            if (!NewAccount.isUsername(candidate.username())) {
                return Optional.of("people.accounts.error.username");
            }
            if (candidate.name().isBlank() || candidate.name().length() > 60) {
                return Optional.of("people.accounts.error.name");
            }
            Optional<String> password = Passwords.objection(candidate.password(), candidate.username());
            if (password.isPresent()) {
                return password;
            }
        }
        return Optional.empty();
    }
}

package org.linli.people;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.CompanyCode;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.messages.Message;
import org.linli.platform.messages.Messages;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Scope;
import org.linli.platform.scope.ScopeSource;
import org.linli.platform.scope.Viewer;
import org.linli.platform.settings.Portal;
import org.linli.platform.time.BusinessTime;
import org.linli.platform.time.RealTime;
import org.linli.platform.web.NotFound;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accounts and grants. Whatever is outside the viewer's reach ends as {@link NotFound}, like what does not exist. */
@Service
public class People {

    private final AccountStore accounts;
    private final GrantStore grants;
    private final SetUpTokens tokens;
    private final Passwords passwords;
    private final ScopeWords words;
    private final ScopeSource served;
    private final ObjectProvider<CommunityPlaces> communities;
    private final Sessions sessions;
    private final Messages messages;
    private final AccessLog log;
    private final Portal portal;
    private final BusinessTime business;
    private final RealTime time;

    People(
            AccountStore accounts,
            GrantStore grants,
            SetUpTokens tokens,
            Passwords passwords,
            ScopeWords words,
            ScopeSource served,
            ObjectProvider<CommunityPlaces> communities,
            Sessions sessions,
            Messages messages,
            AccessLog log,
            Portal portal,
            BusinessTime business,
            RealTime time) {
        this.accounts = accounts;
        this.grants = grants;
        this.tokens = tokens;
        this.passwords = passwords;
        this.words = words;
        this.served = served;
        this.communities = communities;
        this.sessions = sessions;
        this.messages = messages;
        this.log = log;
        this.portal = portal;
        this.business = business;
        this.time = time;
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    /** Who signs in by this phone; several where a family shares one. */
    public List<Account> listPhoneUsers(Phone phone) {
        return accounts.findByPhone(accounts.hash(phone));
    }

    /** The staff account of a username. */
    public Optional<Account> findStaff(String username) {
        return accounts.findByUsername(username);
    }

    /** Grants of an account that are not ended, oldest first. */
    public List<Grant> listGrants(AccountId id) {
        return grants.list(id);
    }

    /** The hats an account may wear today, oldest first. */
    public List<Grant> listHats(AccountId id) {
        return grants.listLive(id, business.today());
    }

    /** The accounts that hold a role on exactly this scope today, such as the owners of a community. */
    public List<AccountId> listHolders(Role role, Scope scope) {
        return grants.listHolders(role, scope, business.today());
    }

    /** Makes an account that holds nothing yet. */
    @Transactional
    public AccountId createAccount(NewAccount account) {
        return accounts.insert(account, time.now());
    }

    /**
     * Makes a staff account that can sign in at once, with password and authenticator app.
     *
     * @param totpSecret 20 bytes, or empty to enrol at the first sign-in
     * @return the account id
     */
    @Transactional
    public long createStaff(String username, String displayName, String password, byte[] totpSecret, boolean demo) {
        AccountId id = accounts.insert(new NewAccount(displayName, username, null, demo), time.now());
        accounts.setPassword(id, passwords.hash(password), time.now());
        if (totpSecret.length > 0) {
            accounts.setTotp(id, totpSecret);
        }
        return id.value();
    }

    /** Makes an account that signs in by phone. @return the account id */
    @Transactional
    public long createPhoneUser(String displayName, String e164, boolean demo) {
        return accounts.insert(new NewAccount(displayName, null, new Phone(e164), demo), time.now())
                .value();
    }

    /**
     * Grants without a granter: for features that have their own proof (a verified home, a filed committee) and for the
     * demo. The separation of duties and the two factors of staff hold all the same; an equal live grant is kept.
     *
     * @throws IllegalStateException if separation or the missing second factor forbids it
     */
    @Transactional
    public void grantUnchecked(long accountId, Role role, Scope scope, LocalDate from) {
        GrantResult result =
                store(new AccountId(accountId), role, scope, placeOf(scope, portal.home()), from, null, null);
        if (result instanceof GrantResult.Refused(GrantResult.Reason reason) && reason != GrantResult.Reason.TWICE) {
            throw new IllegalStateException(reason.code() + ": " + role + " for account " + accountId);
        }
    }

    /** Ends what {@link #grantUnchecked} granted; nothing happens without such a grant. */
    @Transactional
    public void endUnchecked(long accountId, Role role, Scope scope) {
        grants.list(new AccountId(accountId)).stream()
                .filter(grant -> grant.role() == role && grant.scope().equals(scope))
                .forEach(grant -> grants.end(grant.id(), time.now(), null));
    }

    /**
     * Grants what the proof of another feature gives, such as a verified home; an equal live grant is kept. Nobody grants
     * here, so the line in the log names the proof.
     *
     * @param proof kind and id of the proof, without personal data
     */
    @Transactional
    public void grantByProof(long accountId, Role role, Scope scope, LocalDate from, String proof) {
        GrantResult result =
                store(new AccountId(accountId), role, scope, placeOf(scope, portal.home()), from, null, null);
        if (result instanceof GrantResult.Granted(GrantId id)) {
            byProof(accountId, "grant.by-proof", "grant " + id + " " + role + ": " + proof);
        } else if (result instanceof GrantResult.Refused(GrantResult.Reason reason)
                && reason != GrantResult.Reason.TWICE) {
            throw new IllegalStateException(reason.code() + ": " + role + " for account " + accountId);
        }
    }

    /** Ends what {@link #grantByProof} granted, because the proof is gone; nothing happens without such a grant. */
    @Transactional
    public void endByProof(long accountId, Role role, Scope scope, String proof) {
        for (Grant grant : grants.list(new AccountId(accountId))) {
            if (grant.role() == role && grant.scope().equals(scope) && grants.end(grant.id(), time.now(), null)) {
                byProof(accountId, "grant.end-by-proof", "grant " + grant.id() + " " + role + ": " + proof);
            }
        }
    }

    private void byProof(long accountId, String verb, String reason) {
        log.record(new AccessLog.Act(null, null, verb, "account", Long.toString(accountId), reason, "", ""));
    }

    /** The account that signs in by this phone, the oldest where several share it; made when there is none. */
    @Transactional
    public long accountOfPhone(Phone phone, String name) {
        return accounts.findByPhone(accounts.hash(phone)).stream()
                .findFirst()
                .map(account -> account.id().value())
                .orElseGet(() -> accounts.insert(new NewAccount(name, null, phone, false), time.now())
                        .value());
    }

    /** Grants a role on a scope to an account that the viewer manages. */
    @Transactional
    public GrantResult grant(
            Viewer by, AccountId to, Role role, Scope scope, LocalDate from, @Nullable LocalDate until) {
        if (!manages(by, to)) {
            throw new NotFound();
        }
        GrantResult result = grantTo(by, to, role, scope, from, until);
        if (result instanceof GrantResult.Granted(GrantId id)) {
            log.record(by, "grant", "account", to, "grant " + id + " " + role);
        }
        return result;
    }

    /** Ends a grant that the viewer could have given; it stops at once, in every open session. */
    @Transactional
    public void endGrant(Viewer by, AccountId account, GrantId id, String reason) {
        Grant grant = grants.list(account).stream()
                .filter(held -> held.id().equals(id) && mayGrant(by, account, held.role(), held.scope()))
                .findFirst()
                .orElseThrow(NotFound::new);
        grants.end(grant.id(), time.now(), by.accountId());
        log.record(by, "grant.end", "account", account, "grant " + id + " " + grant.role() + ": " + reason);
    }

    /** Makes a staff account with its first grant and a one-time link for choosing a password. */
    @Transactional
    public NewStaff createStaff(Viewer by, NewStaff.Wish wish, Role role, Scope scope, LocalDate from) {
        if (!NewAccount.isUsername(wish.username())) {
            return new NewStaff.Refused("people.accounts.error.username");
        }
        if (wish.name().isBlank() || wish.name().length() > 60) {
            return new NewStaff.Refused("people.accounts.error.name");
        }
        NewAccount account = new NewAccount(wish.name(), wish.username(), wish.phone(), false);
        if (!mayGrant(by, 0, role, scope)) {
            return new NewStaff.Refused("people.grant.refused.BEYOND");
        }
        if (words.find(scope).isEmpty()) {
            return new NewStaff.Refused("people.grant.refused.SCOPE");
        }
        if (accounts.isTaken(String.valueOf(account.username()))) {
            return new NewStaff.Refused("people.accounts.error.taken");
        }
        AccountId id = accounts.insert(account, time.now());
        if (grantTo(by, id, role, scope, from, null) instanceof GrantResult.Refused(GrantResult.Reason reason)) {
            throw new IllegalStateException("a new account was refused " + role + ": " + reason);
        }
        log.record(by, "account.create", "account", id, role.name());
        return new NewStaff.Made(id, invite(id));
    }

    /** A new set-up link for somebody who lost password or phone; the old ones and all sessions end. */
    @Transactional
    public String renewAccess(Viewer by, AccountId account) {
        List<Grant> held = grants.list(account);
        if (held.isEmpty()
                || !accounts.find(account).map(Account::isStaff).orElse(false)
                || !held.stream().allMatch(grant -> mayGrant(by, account.value(), grant.role(), grant.scope()))) {
            throw new NotFound();
        }
        sessions.endAll(account.value());
        log.record(by, "account.renew", "account", account, "");
        return invite(account);
    }

    /** Accounts the viewer manages, by id after {@code after}. */
    public List<AccountLine> listAccounts(Viewer by, long after, int limit) {
        String pattern = switch (by.scope()) {
            case Scope.OfDivision(DivisionCode division) -> division.value() + "%";
            case Scope.OfPlatform() -> "%";
            case Scope.OfCommunity _, Scope.OfCompany _ -> "";
        };
        String[] scopes = by.scope() instanceof Scope.OfCompany(CompanyCode company)
                ? java.util.Arrays.stream(served.communitiesServedBy(company))
                        .map(String::valueOf)
                        .toArray(String[]::new)
                : new String[0];
        return grants.listAccounts(GrantRules.grantable(by.role()), pattern, scopes, business.today(), after, limit);
    }

    /** An account the viewer manages, with the grants within reach. @throws NotFound for any other */
    public Managed getManaged(Viewer by, AccountId id) {
        Account account = accounts.find(id).orElseThrow(NotFound::new);
        List<Grant> reached = grants.list(id).stream()
                .filter(grant -> mayGrant(by, id, grant.role(), grant.scope()))
                .toList();
        if (reached.isEmpty()) {
            throw new NotFound();
        }
        return new Managed(account, reached);
    }

    /** @param grants those that the viewer may end, never empty */
    public record Managed(Account account, List<Grant> grants) {}

    private boolean manages(Viewer by, AccountId account) {
        return accounts.find(account).isPresent()
                && grants.list(account).stream().anyMatch(grant -> mayGrant(by, account, grant.role(), grant.scope()));
    }

    private boolean mayGrant(Viewer by, AccountId to, Role role, Scope scope) {
        return mayGrant(by, to.value(), role, scope);
    }

    private boolean mayGrant(Viewer by, long to, Role role, Scope scope) {
        return GrantRules.objection(
                        new GrantRules.Granter(by.accountId(), by.role(), by.scope()),
                        to,
                        role,
                        scope,
                        portal.home(),
                        new Places())
                .isEmpty();
    }

    private GrantResult grantTo(
            Viewer by, AccountId to, Role role, Scope scope, LocalDate from, @Nullable LocalDate until) {
        if (!mayGrant(by, to, role, scope)) {
            return new GrantResult.Refused(GrantResult.Reason.BEYOND);
        }
        if (words.find(scope).isEmpty()) {
            return new GrantResult.Refused(GrantResult.Reason.SCOPE);
        }
        DivisionCode own = by.scope() instanceof Scope.OfDivision(DivisionCode division) ? division : portal.home();
        return store(to, role, scope, placeOf(scope, own), from, until, by.accountId());
    }

    private GrantResult store(
            AccountId to,
            Role role,
            Scope scope,
            DivisionCode place,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Long by) {
        if (!accounts.lock(to)) {
            throw new NotFound();
        }
        if (until != null && until.isBefore(from)) {
            return new GrantResult.Refused(GrantResult.Reason.DAYS);
        }
        if (until != null && until.isBefore(business.today())) {
            return new GrantResult.Refused(GrantResult.Reason.PAST);
        }
        if (role.isStaff() && !accounts.find(to).map(Account::isStaff).orElse(false)) {
            return new GrantResult.Refused(GrantResult.Reason.ONE_FACTOR);
        }
        String duty = role.isAdministrator() ? role.name() : "BUSINESS";
        if (!accounts.duty(to).equals(duty)) {
            if (grants.hasAny(to)) {
                return new GrantResult.Refused(GrantResult.Reason.SEPARATION);
            }
            accounts.setDuty(to, duty);
        }
        if (grants.list(to).stream()
                .anyMatch(held -> held.role() == role
                        && held.scope().equals(scope)
                        && (held.validTo() == null || !held.validTo().isBefore(from)))) {
            return new GrantResult.Refused(GrantResult.Reason.TWICE);
        }
        return new GrantResult.Granted(grants.insert(to, role, scope, place, from, until, time.now(), by));
    }

    /** Where the list of accounts finds the grant: a company's at its granter, the others where they lie. */
    private DivisionCode placeOf(Scope scope, DivisionCode granter) {
        return switch (scope) {
            case Scope.OfDivision(DivisionCode division) -> division;
            case Scope.OfCommunity(CommunityId community) ->
                new Places().divisionOf(community).orElse(granter);
            case Scope.OfCompany _, Scope.OfPlatform _ -> granter;
        };
    }

    private String invite(AccountId id) {
        String link = "/sign-in/set-up?token=" + tokens.issue(id, Duration.ofDays(3));
        String address = portal.baseUrl() + link;
        Optional<String> phone = accounts.findPhone(id);
        messages.send(new Message(
                id.value(),
                phone.orElse(null),
                phone.isPresent() ? Message.Channel.SMS : Message.Channel.IN_APP,
                "账号开通 Account set-up",
                address,
                null));
        return link;
    }

    /** What the rules look up, from the registry where it is there. */
    private final class Places implements GrantRules.Places {
        @Override
        public Optional<DivisionCode> divisionOf(CommunityId community) {
            return communities
                    .orderedStream()
                    .flatMap(port -> port.divisionOf(community).stream())
                    .findFirst();
        }

        @Override
        public List<CommunityId> servedBy(CompanyCode company) {
            return java.util.Arrays.stream(served.communitiesServedBy(company))
                    .map(CommunityId::new)
                    .toList();
        }
    }
}

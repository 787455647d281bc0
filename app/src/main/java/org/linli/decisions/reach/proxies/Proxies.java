package org.linli.decisions.reach.proxies;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.Evidence;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.ReachLock;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.RollViews;
import org.linli.decisions.reach.VotingOwners;
import org.linli.people.Account;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.proxies.ProxyProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of proxies: granted, accepted, declined, withdrawn; every rule is asked again when a proxy accepts. */
@Service
public class Proxies {

    private static final String LOCK = "proxies";

    private final ProxyStore store;
    private final ProxyChecks checks;
    private final RollViews rolls;
    private final BallotsIn ballots;
    private final VotingOwners voters;
    private final People people;
    private final Evidence evidence;
    private final PersonalData cipher;
    private final ReachLock lock;
    private final BusinessTime time;

    Proxies(
            ProxyStore store,
            ProxyChecks checks,
            RollViews rolls,
            BallotsIn ballots,
            VotingOwners voters,
            People people,
            Evidence evidence,
            PersonalData cipher,
            ReachLock lock,
            BusinessTime time) {
        this.store = store;
        this.checks = checks;
        this.rolls = rolls;
        this.ballots = ballots;
        this.voters = voters;
        this.people = people;
        this.evidence = evidence;
        this.cipher = cipher;
        this.lock = lock;
        this.time = time;
    }

    public List<Proxy> list(Vote vote) {
        return store.list(vote.id());
    }

    public Optional<Proxy> find(Vote vote, int number) {
        return store.find(vote.id(), number);
    }

    /** Everything somebody stands or stood for, newest first. */
    public List<Proxy> ofAccount(long account) {
        return store.ofAccount(account);
    }

    /** Instructions, for the grantor and the proxy alone. */
    public Instructions instructions(Proxy proxy) {
        return Instructions.read(cipher.decrypt(store.sealed(proxy.vote(), proxy.number())));
    }

    /** How one proxy stands now. */
    public Proxy.State state(Vote vote, Proxy proxy) {
        return state(vote, proxy, ballots.byEntry(vote.id()));
    }

    /** @param ballots the entry's ballot by entry */
    public Proxy.State state(Vote vote, Proxy proxy, Map<String, BallotsIn.Line> ballots) {
        BallotsIn.@Nullable Line ballot = ballots.get(proxy.entry());
        if (proxy.withdrawnAt() != null) {
            return Proxy.State.WITHDRAWN;
        }
        if (Boolean.FALSE.equals(proxy.accepted())) {
            return Proxy.State.DECLINED;
        }
        if (ballot != null) {
            boolean own = ballot.channel() == Channel.PROXY
                    && ballot.account() != null
                    && ballot.account() == proxy.account();
            return own ? Proxy.State.USED : Proxy.State.OWNER_VOTED;
        }
        if (isOver(vote)) {
            return Proxy.State.EXPIRED;
        }
        return proxy.accepted() == null ? Proxy.State.PENDING : Proxy.State.ACCEPTED;
    }

    private boolean isOver(Vote vote) {
        boolean runs = vote.state() == VoteState.NOTICED || vote.state() == VoteState.OPEN;
        return !runs || !time.now().isBefore(vote.terms().deadline());
    }

    /** An owner with a confirmed claim grants a proxy to the account of a phone. */
    @Transactional
    public Act grantOnline(Vote vote, int homeNo, Phone phone, Instructions instructions, Actor owner) {
        lock.hold(vote.id(), LOCK);
        Optional<VotingOwners.Voter> voter = voters.entriesOf(vote.id(), owner.account()).stream()
                .filter(found -> found.homeNo() == homeNo)
                .findFirst();
        if (voter.isPresent()) {
            return grant(vote, new Wish(homeNo, voter.get().ownerNo(), false), phone, instructions, null, owner);
        }
        boolean isProxyHere =
                list(vote).stream().anyMatch(proxy -> proxy.homeNo() == homeNo && proxy.account() == owner.account());
        return isProxyHere
                ? new Act.Refused(Problem.PROXY_REFUSED, List.of(key(ProxyProblem.RE_DELEGATION)))
                : Act.refused(Problem.NOT_YOUR_HOME);
    }

    /** A worker enters a form that grantor and proxy signed; the proxy's signature on it is the acceptance. */
    @Transactional
    public Act grantOnPaper(
            Vote vote,
            int homeNo,
            int ownerNo,
            Phone phone,
            Instructions instructions,
            InputStream scan,
            Actor worker) {
        lock.hold(vote.id(), LOCK);
        return switch (evidence.take(scan)) {
            case Evidence.NotKept(Problem why) -> Act.refused(why);
            case Evidence.Kept kept -> {
                Act act = grant(vote, new Wish(homeNo, ownerNo, false), phone, instructions, kept, worker);
                if (act instanceof Act.Done(int number)) {
                    store.insertAnswer(vote.id(), number, true, time.now(), worker.account());
                }
                yield act;
            }
        };
    }

    private record Wish(int homeNo, int ownerNo, boolean grantorIsProxy) {}

    private Act grant(
            Vote vote, Wish wish, Phone phone, Instructions instructions, Evidence.@Nullable Kept form, Actor by) {
        Optional<RollView.Entry> entry = rolls.find(vote.id()).flatMap(roll -> roll.ofHome(wish.homeNo()));
        List<Account> known = people.listPhoneUsers(phone);
        Optional<Problem> problem = problem(vote, entry, wish, known);
        if (problem.isPresent() || entry.isEmpty()) {
            return Act.refused(problem.orElse(Problem.NO_SUCH_HOME));
        }
        long account = known.getFirst().id().value();
        Set<ProxyProblem> found =
                checks.problems(vote, entry.get(), account, instructions, inForce(vote, 0), wish.grantorIsProxy());
        if (!found.isEmpty()) {
            return refused(found);
        }
        Proxy proxy = new Proxy(
                vote.id(),
                list(vote).size() + 1,
                entry.get().id(),
                wish.ownerNo(),
                wish.homeNo(),
                form == null ? Proxy.Form.ONLINE : Proxy.Form.PAPER,
                account,
                form == null ? null : form.hash(),
                form == null ? null : form.type(),
                time.now(),
                by.name(),
                by.account(),
                null,
                null);
        store.insert(proxy, cipher.encrypt(instructions.text()));
        return new Act.Done(proxy.number());
    }

    private Optional<Problem> problem(Vote vote, Optional<RollView.Entry> entry, Wish wish, List<Account> known) {
        if (entry.isEmpty()) {
            return Optional.of(Problem.NO_SUCH_HOME);
        }
        if (!voters.mayVote(vote.id(), wish.homeNo(), wish.ownerNo())) {
            return Optional.of(Problem.NO_VOTE);
        }
        if (isOver(vote)) {
            return Optional.of(Problem.NOT_OPEN);
        }
        if (ballots.find(vote.id(), entry.get().id()).isPresent()) {
            return Optional.of(Problem.HAS_VOTED);
        }
        return known.size() == 1 ? Optional.empty() : Optional.of(Problem.NO_SUCH_ACCOUNT);
    }

    /** Who sold the home has nobody standing for it any more. */
    private Collection<Proxy> inForce(Vote vote, int except) {
        Map<String, BallotsIn.Line> cast = ballots.byEntry(vote.id());
        return list(vote).stream()
                .filter(proxy -> proxy.number() != except)
                .filter(proxy -> state(vote, proxy, cast).isInForce())
                .filter(proxy -> voters.mayVote(vote.id(), proxy.homeNo(), proxy.ownerNo()))
                .toList();
    }

    /** The proxy accepts or declines. */
    @Transactional
    public Act answer(Vote vote, int number, boolean accepted, Actor proxy) {
        lock.hold(vote.id(), LOCK);
        Optional<Proxy> found = find(vote, number).filter(grant -> grant.account() == proxy.account());
        if (found.isEmpty()) {
            return Act.refused(Problem.NOT_YOUR_HOME);
        }
        Proxy.State state = state(vote, found.get(), ballots.byEntry(vote.id()));
        if (state != Proxy.State.PENDING) {
            return Act.refused(state == Proxy.State.WITHDRAWN ? Problem.WITHDRAWN : Problem.ANSWERED_ALREADY);
        }
        if (accepted) {
            Optional<RollView.Entry> entry = rolls.find(vote.id())
                    .flatMap(roll ->
                            Optional.ofNullable(roll.entries().get(found.get().entry())));
            Set<ProxyProblem> problems = entry.map(grantor -> checks.problems(
                            vote, grantor, proxy.account(), instructions(found.get()), inForce(vote, number), false))
                    .orElse(Set.of());
            if (!problems.isEmpty()) {
                return refused(problems);
            }
        }
        return store.insertAnswer(vote.id(), number, accepted, time.now(), proxy.account())
                ? new Act.Done(number)
                : Act.refused(Problem.ANSWERED_ALREADY);
    }

    /** Whoever gave or entered it takes it back, until it was used. */
    @Transactional
    public Act withdraw(Vote vote, int number, Actor by) {
        lock.hold(vote.id(), LOCK);
        Optional<Proxy> found = find(vote, number);
        if (found.isEmpty()) {
            return Act.refused(Problem.NO_SUCH_HOME);
        }
        Proxy.State state = state(vote, found.get(), ballots.byEntry(vote.id()));
        if (state == Proxy.State.USED) {
            return Act.refused(Problem.HAS_VOTED);
        }
        return state.isInForce() && store.insertWithdrawal(vote.id(), number, time.now(), by)
                ? new Act.Done(number)
                : Act.refused(Problem.WITHDRAWN);
    }

    static Act refused(Set<ProxyProblem> problems) {
        List<String> keys = new ArrayList<>();
        problems.forEach(problem -> keys.add(key(problem)));
        return new Act.Refused(Problem.PROXY_REFUSED, keys);
    }

    static String key(ProxyProblem problem) {
        return "reach.proxy-problem." + problem.name();
    }
}

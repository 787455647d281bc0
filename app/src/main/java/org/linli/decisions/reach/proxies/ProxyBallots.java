package org.linli.decisions.reach.proxies;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.casting.Ballots;
import org.linli.decisions.casting.CastRequest;
import org.linli.decisions.casting.CastResult;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.VotingOwners;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.proxies.ProxyProblem;
import org.linli.rules.decisions.proxies.ProxyRules;
import org.springframework.stereotype.Service;

/** Casts by an accepted proxy: the answers are the grantor's, the proxy adds only what was left to his discretion. */
@Service
public class ProxyBallots {

    private final Proxies proxies;
    private final ProxyChecks checks;
    private final BallotsIn ballots;
    private final VotingOwners voters;
    private final Ballots box;
    private final BusinessTime time;

    ProxyBallots(
            Proxies proxies,
            ProxyChecks checks,
            BallotsIn ballots,
            VotingOwners voters,
            Ballots box,
            BusinessTime time) {
        this.proxies = proxies;
        this.checks = checks;
        this.ballots = ballots;
        this.voters = voters;
        this.box = box;
        this.time = time;
    }

    /** @param chosen answers to the decisions left open; anything else in it refuses the ballot */
    public Act cast(Vote vote, int number, SortedMap<Integer, Answer> chosen, Actor by) {
        var receivedAt = time.now();
        Optional<Proxy> found = proxies.find(vote, number).filter(proxy -> proxy.account() == by.account());
        if (found.isEmpty()) {
            return Act.refused(Problem.NOT_YOUR_HOME);
        }
        Proxy proxy = found.get();
        Map<String, BallotsIn.Line> cast = ballots.byEntry(vote.id());
        Proxy.State state = proxies.state(vote, proxy, cast);
        Optional<ProxyProblem> useless = ProxyRules.useProblem(
                state == Proxy.State.USED, state == Proxy.State.OWNER_VOTED, !vote.isOpenAt(receivedAt));
        if (useless.isPresent()) {
            return Proxies.refused(Set.of(useless.get()));
        }
        if (state != Proxy.State.ACCEPTED) {
            return Act.refused(state == Proxy.State.WITHDRAWN ? Problem.WITHDRAWN : Problem.NOT_ACCEPTED);
        }
        if (checks.isCompanyStaff(vote, by.account())) {
            return Proxies.refused(Set.of(ProxyProblem.COMPANY_STAFF));
        }
        if (!grantorStillOwns(vote, proxy)) {
            return Act.refused(Problem.NO_VOTE);
        }
        Instructions wanted = proxies.instructions(proxy);
        if (!chosen.keySet().equals(wanted.discretion())) {
            return Act.refused(Problem.ANSWER_MISSING);
        }
        SortedMap<Integer, Answer> answers = new TreeMap<>(wanted.fixed());
        answers.putAll(chosen);
        return result(
                vote,
                proxy,
                box.cast(new CastRequest(
                        vote.id(),
                        proxy.entry(),
                        answers,
                        CastRequest.Channel.PROXY,
                        proxy.homeNo(),
                        proxy.ownerNo(),
                        by.account(),
                        null,
                        null,
                        null,
                        receivedAt)));
    }

    /** A grantor who sold the home meanwhile has no vote to give; the register's change ended the claim. */
    private boolean grantorStillOwns(Vote vote, Proxy proxy) {
        return proxy.form() == Proxy.Form.PAPER
                ? voters.mayVote(vote.id(), proxy.homeNo(), proxy.ownerNo())
                : voters.entriesOf(vote.id(), proxy.byAccount()).stream()
                        .anyMatch(voter -> voter.entry().equals(proxy.entry()));
    }

    private Act result(Vote vote, Proxy proxy, CastResult result) {
        return switch (result) {
            case CastResult.Cast cast -> new Act.Done(proxy.number());
            case CastResult.AlreadyCast already ->
                proxies.state(vote, proxy, ballots.byEntry(vote.id())) == Proxy.State.USED
                        ? new Act.Done(proxy.number())
                        : Proxies.refused(Set.of(ProxyProblem.OWNER_VOTED));
            case CastResult.Refused(CastResult.Refusal why) ->
                new Act.Refused(Problem.BALLOT_REFUSED, List.of("reach.cast-refused." + why.name()));
        };
    }
}

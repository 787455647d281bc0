package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.reach.BallotsIn;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.proxies.Instructions;
import org.linli.decisions.reach.proxies.Proxies;
import org.linli.decisions.reach.proxies.Proxy;
import org.linli.people.Account;
import org.linli.people.AccountId;
import org.linli.people.People;
import org.linli.platform.web.Texts;
import org.linli.rules.codes.Masks;
import org.linli.rules.decisions.matters.Setting;
import org.springframework.stereotype.Component;

/** Puts proxies on pages: the register shows who stands for which home, the two people themselves see the instruction. */
@Component
class ProxyPages {

    private final ReachDesk desk;
    private final Proxies proxies;
    private final BallotsIn ballots;
    private final People people;

    ProxyPages(ReachDesk desk, Proxies proxies, BallotsIn ballots, People people) {
        this.desk = desk;
        this.proxies = proxies;
        this.ballots = ballots;
        this.people = people;
    }

    ProxiesPage page(
            Head head,
            Vote vote,
            List<ProxyLine> lines,
            List<RollView.Part> homes,
            boolean mayWrite,
            Refusal refusal,
            Typed typed) {
        return new ProxiesPage(
                head,
                lines,
                homes,
                head.isFrozen() ? questions(vote, typed) : List.of(),
                vote.terms().proxyDiscretion(),
                vote.pack().value(Setting.PROXY_CAP),
                mayWrite,
                refusal,
                typed);
    }

    private static List<Question> questions(Vote vote, Typed typed) {
        SortedSet<Integer> all =
                vote.items().stream().map(DecisionItem::number).collect(Collectors.toCollection(TreeSet::new));
        return AnswerForm.instruction(vote, all, typed).questions();
    }

    /** The register, without instructions. */
    List<ProxyLine> register(Vote vote) {
        Map<String, BallotsIn.Line> cast = ballots.byEntry(vote.id());
        return proxies.list(vote).stream()
                .map(proxy -> line(vote, proxy, proxies.state(vote, proxy, cast), List.of(), List.of(), true))
                .toList();
    }

    /** Those an account granted or holds, with the instruction. */
    ProxyLine own(Vote vote, Proxy proxy, boolean holds, Texts texts) {
        Instructions wanted = proxies.instructions(proxy);
        Proxy.State state = proxies.state(vote, proxy, ballots.byEntry(vote.id()));
        boolean asks = holds && state == Proxy.State.ACCEPTED;
        List<Question> open = asks && !wanted.discretion().isEmpty()
                ? AnswerForm.of(AnswerForm.Use.SCREEN, vote, wanted.discretion(), Typed.NOTHING)
                        .questions()
                : List.of();
        return line(vote, proxy, state, Question.said(vote, wanted.fixed(), texts), open, false);
    }

    private ProxyLine line(
            Vote vote, Proxy proxy, Proxy.State state, List<Question.Said> said, List<Question> open, boolean masked) {
        String name = people.find(new AccountId(proxy.account()))
                .map(Account::name)
                .map(whole -> masked ? Masks.name(whole) : whole)
                .orElse("—");
        String address = desk.roll(vote)
                .flatMap(roll -> roll.part(proxy.homeNo()))
                .map(RollView.Part::address)
                .orElse("");
        return new ProxyLine(
                vote.id().toString(),
                vote.terms().title(),
                proxy.number(),
                address,
                name,
                proxy.form(),
                state,
                proxy.grantedAt(),
                said,
                open,
                state == Proxy.State.ACCEPTED);
    }
}

package org.linli.decisions.reach.proxies;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.Answer;
import org.linli.decisions.reach.CompanyStaff;
import org.linli.decisions.reach.RollView;
import org.linli.decisions.reach.VotingOwners;
import org.linli.rules.decisions.proxies.ProxyGrant;
import org.linli.rules.decisions.proxies.ProxyGrant.Instruction;
import org.linli.rules.decisions.proxies.ProxyProblem;
import org.linli.rules.decisions.proxies.ProxyRules;
import org.springframework.stereotype.Component;

/** Puts a proxy before the rules. An instruction that names options is as definite as agree or oppose. */
@Component
class ProxyChecks {

    private final VotingOwners voters;
    private final CompanyStaff staff;

    ProxyChecks(VotingOwners voters, CompanyStaff staff) {
        this.voters = voters;
        this.staff = staff;
    }

    /** @param inForce the vote's other proxies that stand for somebody */
    Set<ProxyProblem> problems(
            Vote vote,
            RollView.Entry grantor,
            long account,
            Instructions instructions,
            Collection<Proxy> inForce,
            boolean grantorIsProxy) {
        Map<String, Instruction> wanted = new HashMap<>();
        instructions.fixed().forEach((item, answer) -> wanted.put(code(item), definite(answer)));
        instructions.discretion().forEach(item -> wanted.put(code(item), Instruction.DISCRETION));
        Set<String> items = vote.items().stream()
                .filter(item -> grantor.areas().containsKey(item.rollNo()))
                .map(DecisionItem::number)
                .map(ProxyChecks::code)
                .collect(Collectors.toSet());
        boolean ownsEntry = voters.entriesOf(vote.id(), account).stream()
                .anyMatch(voter -> voter.entry().equals(grantor.id()));
        List<ProxyGrant> standing = inForce.stream()
                .map(proxy -> new ProxyGrant(proxy.entry(), key(proxy.account()), Map.of()))
                .toList();
        Set<ProxyProblem> problems = EnumSet.noneOf(ProxyProblem.class);
        problems.addAll(ProxyRules.problems(
                new ProxyGrant(grantor.id(), key(account), wanted),
                standing,
                new ProxyRules.Circumstances(
                        items,
                        ownsEntry,
                        grantorIsProxy,
                        isCompanyStaff(vote, account),
                        vote.terms().proxyDiscretion()),
                vote.pack()));
        return problems;
    }

    boolean isCompanyStaff(Vote vote, long account) {
        return staff.isOne(account, vote.id().community());
    }

    private static String key(long account) {
        return "account " + account;
    }

    private static String code(Integer item) {
        return "item " + item;
    }

    private static Instruction definite(Answer answer) {
        return switch (answer.kind()) {
            case AGREE, OPTION, MARKS -> Instruction.AGREE;
            case OPPOSE, NONE_OF_THEM -> Instruction.OPPOSE;
            case ABSTAIN, BLANK, INVALID -> Instruction.ABSTAIN;
        };
    }
}

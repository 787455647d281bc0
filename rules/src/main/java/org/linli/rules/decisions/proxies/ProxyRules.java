package org.linli.rules.decisions.proxies;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.Setting;
import org.linli.rules.decisions.proxies.ProxyGrant.Instruction;

/**
 * Proxies for a vote.
 *
 * <p>Source: State Council property management regulation art. 12 [V] and Zhejiang regulation art. 9 [V]: in writing; neighbouring
 * cities' property regulations (Zhoushan 17) as the model for items, cap and company staff [D]; no re-delegation, and that voting
 * oneself cancels it, are our own default [D].
 */
public final class ProxyRules {
    private ProxyRules() {}

    /**
     * What is known besides the grant itself.
     *
     * @param items codes of the vote's items; unmodifiable
     * @param ownsEntry whether the proxy is an owner of the grantor's entry
     * @param grantorIsProxy whether the grantor holds the entry's vote only by another's proxy
     * @param companyStaff whether the proxy works for the property company
     * @param discretionAllowed whether the adopted rules allow full discretion
     */
    public record Circumstances(
            Set<String> items,
            boolean ownsEntry,
            boolean grantorIsProxy,
            boolean companyStaff,
            boolean discretionAllowed) {
        public Circumstances {
            items = Set.copyOf(items);
        }
    }

    /**
     * Everything that stands against registering a grant; empty when nothing does.
     *
     * @param inForce the grants of this vote that are in force
     */
    public static Set<ProxyProblem> problems(
            ProxyGrant grant, Collection<ProxyGrant> inForce, Circumstances circumstances, RulePack pack) {
        EnumSet<ProxyProblem> problems = EnumSet.noneOf(ProxyProblem.class);
        if (circumstances.ownsEntry()) {
            problems.add(ProxyProblem.OWN_ENTRY);
        }
        if (circumstances.grantorIsProxy()) {
            problems.add(ProxyProblem.RE_DELEGATION);
        }
        if (circumstances.companyStaff()) {
            problems.add(ProxyProblem.COMPANY_STAFF);
        }
        if (inForce.stream().anyMatch(other -> other.grantor().equals(grant.grantor()))) {
            problems.add(ProxyProblem.ALREADY_GRANTED);
        }
        long held = inForce.stream()
                .filter(other -> other.proxy().equals(grant.proxy()))
                .count();
        if (held >= pack.value(Setting.PROXY_CAP)) {
            problems.add(ProxyProblem.CAP_REACHED);
        }
        problems.addAll(instructionProblems(grant, circumstances));
        return problems;
    }

    private static Set<ProxyProblem> instructionProblems(ProxyGrant grant, Circumstances circumstances) {
        EnumSet<ProxyProblem> problems = EnumSet.noneOf(ProxyProblem.class);
        Set<String> instructed = grant.instructions().keySet();
        if (!instructed.containsAll(circumstances.items())) {
            problems.add(ProxyProblem.ITEM_WITHOUT_INSTRUCTION);
        }
        if (!circumstances.items().containsAll(instructed)) {
            problems.add(ProxyProblem.UNKNOWN_ITEM);
        }
        if (grant.instructions().containsValue(Instruction.DISCRETION) && !circumstances.discretionAllowed()) {
            problems.add(ProxyProblem.DISCRETION_NOT_ALLOWED);
        }
        return problems;
    }

    /** What stands against casting a ballot by an accepted proxy. */
    public static Optional<ProxyProblem> useProblem(boolean used, boolean ownerVoted, boolean closed) {
        if (used) {
            return Optional.of(ProxyProblem.ALREADY_USED);
        }
        if (ownerVoted) {
            return Optional.of(ProxyProblem.OWNER_VOTED);
        }
        return closed ? Optional.of(ProxyProblem.VOTE_CLOSED) : Optional.empty();
    }
}

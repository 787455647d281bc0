package org.linli.rules.decisions.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.proxies.ProxyGrant.Instruction;
import org.linli.rules.decisions.proxies.ProxyRules.Circumstances;

class ProxyRulesTests {
    private static final Map<String, Instruction> BOTH = Map.of("1", Instruction.AGREE, "2", Instruction.OPPOSE);

    @ParameterizedTest(name = "own {0}, delegated {1}, staff {2}: {3}")
    @CsvSource({
        "false, false, false,",
        "true, false, false, OWN_ENTRY",
        "false, true, false, RE_DELEGATION",
        "false, false, true, COMPANY_STAFF"
    })
    void notEverybodyCanBeAProxy(boolean own, boolean delegated, boolean staff, @Nullable ProxyProblem expected) {
        Circumstances circumstances = new Circumstances(Set.of("1", "2"), own, delegated, staff, false);

        assertThat(problems(grant("e9", BOTH), List.of(), circumstances))
                .isEqualTo(expected == null ? Set.of() : Set.of(expected));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "2, false", "3, true", "4, true"})
    void aProxyStandsForThreeOwnersAtMost(int held, boolean refused) {
        List<ProxyGrant> inForce =
                IntStream.range(0, held).mapToObj(i -> grant("e" + i, BOTH)).toList();

        assertThat(problems(grant("e9", BOTH), inForce, plain()))
                .isEqualTo(refused ? Set.of(ProxyProblem.CAP_REACHED) : Set.of());
    }

    @Test
    void othersProxiesDoNotCount() {
        List<ProxyGrant> inForce = IntStream.range(0, 5)
                .mapToObj(i -> new ProxyGrant("e" + i, "somebody else", BOTH))
                .toList();

        assertThat(problems(grant("e9", BOTH), inForce, plain())).isEmpty();
    }

    @Test
    void anEntryHasOneProxy() {
        assertThat(problems(grant("e1", BOTH), List.of(new ProxyGrant("e1", "somebody else", BOTH)), plain()))
                .containsExactly(ProxyProblem.ALREADY_GRANTED);
    }

    @Test
    void everyItemHasItsInstruction() {
        assertThat(problems(grant("e1", Map.of("1", Instruction.AGREE)), List.of(), plain()))
                .containsExactly(ProxyProblem.ITEM_WITHOUT_INSTRUCTION);
        assertThat(problems(
                        grant("e1", Map.of("1", Instruction.AGREE, "2", Instruction.AGREE, "3", Instruction.AGREE)),
                        List.of(),
                        plain()))
                .containsExactly(ProxyProblem.UNKNOWN_ITEM);
    }

    @Test
    void discretionNeedsAnAdoptedRule() {
        ProxyGrant grant = grant("e1", Map.of("1", Instruction.DISCRETION, "2", Instruction.ABSTAIN));

        assertThat(problems(grant, List.of(), plain())).containsExactly(ProxyProblem.DISCRETION_NOT_ALLOWED);
        assertThat(problems(grant, List.of(), new Circumstances(Set.of("1", "2"), false, false, false, true)))
                .isEmpty();
    }

    @ParameterizedTest(name = "used {0}, owner voted {1}, closed {2}: {3}")
    @CsvSource({
        "false, false, false,",
        "true, false, false, ALREADY_USED",
        "true, true, true, ALREADY_USED",
        "false, true, false, OWNER_VOTED",
        "false, false, true, VOTE_CLOSED"
    })
    void actsOnceUntilTheOwnerVotesOrTheVoteCloses(
            boolean used, boolean ownerVoted, boolean closed, @Nullable ProxyProblem expected) {
        assertThat(ProxyRules.useProblem(used, ownerVoted, closed).orElse(null)).isEqualTo(expected);
    }

    private static Set<ProxyProblem> problems(ProxyGrant grant, List<ProxyGrant> inForce, Circumstances circumstances) {
        return ProxyRules.problems(grant, inForce, circumstances, RulePacks.TAIZHOU_2021);
    }

    private static Circumstances plain() {
        return new Circumstances(Set.of("1", "2"), false, false, false, false);
    }

    private static ProxyGrant grant(String grantor, Map<String, Instruction> instructions) {
        return new ProxyGrant(grantor, "proxy", instructions);
    }
}

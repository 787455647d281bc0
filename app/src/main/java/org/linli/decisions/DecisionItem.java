package org.linli.decisions;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.rules.decisions.DecisionClass;
import org.linli.rules.decisions.ballots.Annex;
import org.linli.rules.decisions.matters.Admission;
import org.linli.rules.decisions.matters.Matter;

/**
 * A decision 议题 as the ballot puts it.
 *
 * @param number from 1 within the vote
 * @param rollNo the roll it is decided by; decisions of one scope share it
 * @param matter what is decided
 * @param wording the question
 * @param explanation what owners should know, may be empty
 * @param seats seats of an election, else 1
 * @param byElection whether only vacant seats are filled
 * @param buildings building numbers of the scope; empty for the whole area
 * @param options options or candidates in the order of the ballot; empty for agree / oppose / abstain
 * @param annexes papers attached
 */
public record DecisionItem(
        int number,
        int rollNo,
        Matter matter,
        DecisionKind kind,
        String wording,
        String explanation,
        int seats,
        boolean byElection,
        List<Integer> buildings,
        List<Option> options,
        List<Paper> annexes) {

    public DecisionItem {
        buildings = List.copyOf(buildings);
        options = List.copyOf(options);
        annexes = List.copyOf(annexes);
    }

    /** The words of some of its options, in the order of the ballot. */
    public List<String> labels(Collection<Integer> numbers) {
        return options.stream()
                .filter(option -> numbers.contains(option.number()))
                .map(Option::label)
                .toList();
    }

    /** The consent it needs. @throws IllegalStateException for a matter that no vote decides, which no checked draft holds */
    public DecisionClass decisionClass() {
        return switch (matter.admission()) {
            case Admission.Vote(DecisionClass decisionClass, var citation) -> decisionClass;
            case Admission.NoVote no -> throw new IllegalStateException("no vote decides " + matter);
        };
    }

    /**
     * An option or candidate.
     *
     * @param number from 1, as on the ballot
     * @param companyCode the company to be hired, null for anything else
     * @param ownerNo the candidate's number in the register of owners, null when unknown or no candidate
     * @param source who put it forward, may be empty
     */
    public record Option(
            int number,
            String label,
            String detail,
            @Nullable String companyCode,
            @Nullable Integer ownerNo,
            String source) {}

    /** @param fileHash where {@code FileStore} keeps it */
    public record Paper(Annex kind, String fileName, String fileHash) {}
}

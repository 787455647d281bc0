package org.linli.decisions.reach;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.linli.decisions.VoteId;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.KnownVoters;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.VoterEntry;
import org.springframework.stereotype.Component;

/** For which entries an account may vote today. */
@Component
public class VotingOwners {

    private final Rolls rolls;
    private final KnownVoters voters;

    VotingOwners(Rolls rolls, KnownVoters voters) {
        this.rolls = rolls;
        this.voters = voters;
    }

    /** @param entry 32 hexadecimal digits @param homeNo the home it owns through @param ownerNo its number in the register */
    public record Voter(String entry, int homeNo, int ownerNo) {}

    /** Whether the owner of the register may vote through the home today: who sold it may not, nor a co-owner when all named another. */
    public boolean mayVote(VoteId vote, int homeNo, int ownerNo) {
        return rolls.standing(vote, homeNo, ownerNo)
                .filter(standing -> standing == VoterEntry.Standing.MAY_VOTE)
                .isPresent();
    }

    /** Owners of a home today, in the order of the certificate; empty for none. */
    public List<Integer> ownersOf(VoteId vote, int homeNo) {
        return rolls.ownersOf(vote, homeNo);
    }

    /** Through whom each of these entries votes today. @param entries identifiers */
    public Map<String, SortedSet<Integer>> votersOf(VoteId vote, Collection<String> entries) {
        List<FrozenRoll.Entry> found = rolls.find(vote)
                .map(roll -> entries.stream()
                        .flatMap(entry -> roll.find(entry).stream())
                        .toList())
                .orElse(List.of());
        Map<String, SortedSet<Integer>> voting = new HashMap<>();
        rolls.owners(vote, found).forEach((entry, owners) -> voting.put(entry, owners.voting()));
        return voting;
    }

    public List<Voter> entriesOf(VoteId vote, long account) {
        return voters(rolls.entriesOf(vote, account));
    }

    /** The entries of many accounts, asking again only for those of whom what is remembered may be outdated. */
    public Map<Long, List<Voter>> known(VoteId vote, Set<Long> accounts) {
        Map<Long, KnownVoters.Known> known = new HashMap<>();
        accounts.forEach(account -> known.put(account, voters.recall(vote, account)));
        Set<String> outdated = voters.outdated(
                vote.community(),
                known.values().stream().map(KnownVoters.Known::asOf).collect(Collectors.toSet()));
        Map<Long, List<Voter>> entries = new HashMap<>();
        known.forEach((account, before) -> entries.put(
                account, voters((outdated.contains(before.asOf()) ? voters.learn(vote, account) : before).entries())));
        return entries;
    }

    private static List<Voter> voters(List<VoterEntry> entries) {
        return entries.stream()
                .filter(VoterEntry::mayVote)
                .map(found -> new Voter(found.entry().id(), found.homeNo(), found.ownerNo()))
                .toList();
    }
}

package org.linli.decisions.reach;

import java.util.List;
import org.linli.decisions.VoteId;
import org.linli.decisions.roll.Rolls;
import org.linli.decisions.roll.VoterEntry;
import org.springframework.stereotype.Component;

/** For which entries an account may vote today. */
@Component
public class VotingOwners {

    private final Rolls rolls;

    VotingOwners(Rolls rolls) {
        this.rolls = rolls;
    }

    /** @param entry 32 hexadecimal digits @param homeNo the home it owns through @param ownerNo its number in the register */
    public record Voter(String entry, int homeNo, int ownerNo) {}

    public List<Voter> entriesOf(VoteId vote, long account) {
        return rolls.entriesOf(vote, account).stream()
                .filter(VoterEntry::mayVote)
                .map(found -> new Voter(found.entry().id(), found.homeNo(), found.ownerNo()))
                .toList();
    }
}

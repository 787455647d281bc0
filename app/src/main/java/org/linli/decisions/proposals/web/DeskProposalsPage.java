package org.linli.decisions.proposals.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.proposals.Proposal;
import org.linli.registry.Homes;

/**
 * Proposals as the organiser and those who guide it see them: counts, never who signed.
 *
 * @param buildings for the form of paper signatures; empty for who does not enter them
 * @param calls whether this hat records the vote that was called
 * @param ends whether this hat takes proposals down
 * @param problem text key of a refusal, null when there is none
 */
public record DeskProposalsPage(
        long community,
        String name,
        LocalDate today,
        List<Line> lines,
        List<Homes.Building> buildings,
        boolean calls,
        boolean ends,
        @Nullable String problem) {

    /** @param votes that may have been called for it @param papers numbers of the signatures on paper, for who enters them */
    public record Line(Proposal proposal, List<Vote> votes, List<Integer> papers) {
        public boolean isOverdue(LocalDate today) {
            LocalDate due = proposal.dueOn();
            return proposal.waitsForVote() && due != null && due.isBefore(today);
        }
    }

    public String path() {
        return "/desk/communities/" + community + "/proposals";
    }
}

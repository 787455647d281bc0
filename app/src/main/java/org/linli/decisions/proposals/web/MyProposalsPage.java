package org.linli.decisions.proposals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.proposals.Proposal;

/**
 * Proposals as an owner sees them.
 *
 * @param places communities in which the account may put a matter forward
 * @param typed the matter that was refused
 * @param problem text key of a refusal, null when there is none
 */
public record MyProposalsPage(
        List<Line> lines,
        List<Place> places,
        String typed,
        @Nullable String problem) {

    /** @param signed whether a signature of this account stands */
    public record Line(Proposal proposal, boolean signed) {}

    public record Place(long community, String name) {}
}

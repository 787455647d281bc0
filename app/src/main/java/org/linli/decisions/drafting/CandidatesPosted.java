package org.linli.decisions.drafting;

import org.linli.decisions.VoteId;

/** A list of candidates was posted, told in the same transaction. @param number of the list */
public record CandidatesPosted(VoteId vote, int decision, int number) {}

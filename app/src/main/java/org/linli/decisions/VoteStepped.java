package org.linli.decisions;

/** A vote took a step, told in the transaction of the step. */
public record VoteStepped(VoteId vote, VoteState to, String reason) {}

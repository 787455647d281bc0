package org.linli.decisions.drafting;

import java.time.LocalDate;
import org.linli.decisions.VoteId;

/** The end of a vote was moved, told in the same transaction. */
public record VoteExtended(VoteId vote, LocalDate lastDay, String reason) {}

/**
 * From the draft to the notice: who calls a vote, what it says, who reads it first, when it is published, and its ways out.
 *
 * <p>{@link org.linli.decisions.drafting.Drafts} keeps the text as versions, {@link org.linli.decisions.drafting.DraftCheck} says what
 * a court could hold against it, {@link org.linli.decisions.drafting.VoteSteps} takes the steps,
 * {@link org.linli.decisions.drafting.Nominations} finds the candidates, {@link org.linli.decisions.drafting.VoteCalendar} lists all
 * votes with their next legal day.
 */
@NullMarked
package org.linli.decisions.drafting;

import org.jspecify.annotations.NullMarked;

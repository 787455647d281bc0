package org.linli.rules.decisions.ballots;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.linli.rules.decisions.calendar.VotingWindow;
import org.linli.rules.decisions.matters.Matter;

/**
 * One decision of a vote as somebody wants to notify it.
 *
 * @param matter what is decided
 * @param questions the questions in order; unmodifiable
 * @param annexes papers attached; unmodifiable
 * @param noticeOn day the notice is published
 * @param window days on which owners may vote
 */
public record BallotDraft(
        Matter matter, List<Question> questions, Set<Annex> annexes, LocalDate noticeOn, VotingWindow window) {
    public BallotDraft {
        questions = List.copyOf(questions);
        annexes = Set.copyOf(annexes);
    }
}

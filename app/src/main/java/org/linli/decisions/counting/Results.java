package org.linli.decisions.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.Denials;
import org.springframework.stereotype.Service;

/** The result of a vote as anybody may see it, put together from count, objections and duties. */
@Service
public class Results {

    private final Counting counting;
    private final Objections objections;
    private final Duties duties;
    private final Denials denials;
    private final DecisionList list;

    Results(Counting counting, Objections objections, Duties duties, Denials denials, DecisionList list) {
        this.denials = denials;
        this.counting = counting;
        this.objections = objections;
        this.duties = duties;
        this.list = list;
    }

    /**
     * A published result.
     *
     * @param sheet the count that holds
     * @param first the first signed or unsigned count, whose digest stays shown
     * @param voided decisions that are void while the vote stands
     * @param contested ballots that wait for a ruling now, whatever they were when the count was made
     * @param head the last signed head of the record, null for a vote without one
     */
    public record Result(
            Vote vote,
            CountSheet sheet,
            CountSheet first,
            List<Objections.Objection> objections,
            List<Duties.Duty> duties,
            List<Integer> voided,
            int contested,
            DecisionList.@Nullable Head head) {
        public Result {
            objections = List.copyOf(objections);
            duties = List.copyOf(duties);
            voided = List.copyOf(voided);
        }

        public LocalDate decidedOn() {
            return vote.decidedOn().orElseThrow();
        }

        public LocalDate objectionLastDay() {
            return Finals.calendar(vote).objectionLastDay(decidedOn());
        }

        /** Counted from the day on which the result was published; whoever learned of it later has longer. */
        public LocalDate courtDue() {
            return Finals.calendar(vote).courtDue(decidedOn());
        }

        public @Nullable LocalDate dayOf(VoteState state) {
            return vote.step(state).map(Vote.Step::day).orElse(null);
        }

        /** Whether the number of contested ballots may still change. */
        public boolean isContestable() {
            return Denials.areOpen(vote);
        }

        /** Whether the decision counts for nothing any more. */
        public boolean isVoid(int decision) {
            return vote.state().isVoid() || voided.contains(decision);
        }

        public boolean isFinal() {
            return vote.state() == VoteState.FINAL || vote.state() == VoteState.FILED;
        }
    }

    /** Empty until the witnesses have signed. */
    public Optional<Result> find(Vote vote) {
        List<CountSheet> sheets = counting.list(vote.id());
        return sheets.reversed().stream()
                .filter(CountSheet::isSigned)
                .findFirst()
                .filter(sheet -> vote.decidedOn().isPresent())
                .map(sheet -> new Result(
                        vote,
                        sheet,
                        sheets.getFirst(),
                        objections.list(vote.id()),
                        duties.list(vote.id()),
                        objections.voided(vote.id()),
                        denials.contestedEntries(vote.id()).size(),
                        list.head(vote.id()).orElse(null)));
    }
}

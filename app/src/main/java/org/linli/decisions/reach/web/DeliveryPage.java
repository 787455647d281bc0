package org.linli.decisions.reach.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.delivery.Board;
import org.linli.decisions.reach.delivery.Reminders;

/**
 * The board of reached and voted, and the reminders.
 *
 * @param board null while the roll is not frozen
 * @param mayWrite whether this hat records and reminds
 * @param reminded how many owners got one, two, three reminders
 * @param outcome what the reminders just sent came to, null before
 */
public record DeliveryPage(
        Head head,
        @Nullable Board board,
        boolean mayWrite,
        List<Integer> reminded,
        Reminders.@Nullable Outcome outcome,
        Refusal refusal,
        Typed typed) {

    public Map<Problem, Integer> skipped() {
        return outcome == null ? Map.of() : outcome.skipped();
    }
}

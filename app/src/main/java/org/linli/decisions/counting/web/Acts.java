package org.linli.decisions.counting.web;

import java.util.function.Supplier;
import org.linli.decisions.Votes;
import org.linli.decisions.counting.Taken;
import org.springframework.dao.DuplicateKeyException;

/** Takes a legal step; whoever was too late is told so instead of an error. */
final class Acts {

    private Acts() {}

    static Taken take(Supplier<Taken> act) {
        try {
            return act.get();
        } catch (Votes.StepTaken | DuplicateKeyException overtaken) {
            return Taken.refused(Taken.Refusal.OVERTAKEN);
        }
    }
}

package org.linli.decisions.reach.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;

/** Why the form comes back. @param problem null while nothing was refused @param details text keys that say it closer */
public record Refusal(@Nullable Problem problem, List<String> details) {

    static final Refusal NONE = new Refusal(null, List.of());

    static Refusal of(Act act) {
        return act instanceof Act.Refused(Problem problem, List<String> details) ? new Refusal(problem, details) : NONE;
    }

    static Refusal of(Problem problem) {
        return new Refusal(problem, List.of());
    }

    public boolean isAny() {
        return problem != null;
    }
}

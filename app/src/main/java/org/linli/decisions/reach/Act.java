package org.linli.decisions.reach;

import java.util.List;

/** What became of an act. Nothing was stored unless {@link Done}. */
public sealed interface Act {

    /** @param number of what was stored, or how many rows where the act stores many */
    record Done(int number) implements Act {}

    /**
     * @param details text keys that say it closer, such as the problems of a proxy
     */
    record Refused(Problem problem, List<String> details) implements Act {
        public Refused {
            details = List.copyOf(details);
        }
    }

    static Act refused(Problem problem) {
        return new Refused(problem, List.of());
    }
}

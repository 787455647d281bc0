package org.linli.registry.claims.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.registry.claims.ClaimDesk;
import org.linli.registry.claims.ClaimResult;

/** @param over whether it shows what is decided instead of what waits */
public record ClaimsPage(LocalDate today, boolean over, List<ClaimDesk.Line> lines) {

    /** What a viewer may do with a claim. */
    public enum Act {
        SEE,
        CONFIRM,
        RETURN,
        OBJECT,
        RULE,
        DESIGNATE
    }

    /**
     * @param may the acts that are open to this viewer now
     * @param refused why the last act was refused; null when none was
     */
    public record File(LocalDate today, ClaimDesk.File file, List<Act> may, ClaimResult.@Nullable Reason refused) {

        public boolean may(Act act) {
            return may.contains(act);
        }
    }
}

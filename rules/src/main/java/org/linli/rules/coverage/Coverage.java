package org.linli.rules.coverage;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How one community counts on one day.
 *
 * @param state the state of service
 * @param counted whether the community is in the numerator of professional coverage
 * @param continuing whether it counts although the contract has ended, because service runs on
 * @param reasons all reasons against counting in their order, empty exactly when counted; unmodifiable
 */
public record Coverage(ServiceState state, boolean counted, boolean continuing, Set<NotCounted> reasons) {
    /** Refuses a result that contradicts itself. */
    public Coverage {
        EnumSet<NotCounted> copy = EnumSet.noneOf(NotCounted.class);
        copy.addAll(reasons);
        reasons = Collections.unmodifiableSet(copy);
        boolean professional = state == ServiceState.PROFESSIONAL || state == ServiceState.ZONE;
        if (counted != reasons.isEmpty() || counted != professional || continuing && !counted) {
            throw new IllegalArgumentException("contradictory coverage: %s, counted %s, continuing %s, %s"
                    .formatted(state, counted, continuing, reasons));
        }
    }
}

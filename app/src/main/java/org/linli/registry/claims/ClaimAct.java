package org.linli.registry.claims;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One act in the history of a claim. @param byName as recorded then @param dueOn until when the next one had to act */
public record ClaimAct(
        int number,
        ClaimState state,
        String byName,
        String reason,
        @Nullable LocalDate dueOn,
        Instant at) {}

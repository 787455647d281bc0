package org.linli.registry.claims.web;

import org.jspecify.annotations.Nullable;
import org.linli.registry.claims.Claim;
import org.linli.registry.claims.ClaimResult;

/** @param place community and home @param word of the message @param open whether an objection can still be made */
public record ObjectionPage(
        Claim claim, String place, String word, boolean open, ClaimResult.@Nullable Reason refused) {}

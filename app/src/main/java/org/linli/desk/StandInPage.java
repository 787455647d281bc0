package org.linli.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param refused why nothing was stored, null when nothing was sent */
public record StandInPage(
        List<StandIns.Colleague> colleagues,
        List<StandIns.StandIn> leaves,
        String from,
        String to,
        StandIns.@Nullable Refusal refused) {}

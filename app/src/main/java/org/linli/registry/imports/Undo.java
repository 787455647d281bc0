package org.linli.registry.imports;

import java.time.Instant;
import java.util.Map;

/** What taking an import back must know. */
final class Undo {

    private Undo() {}

    /** @param at the instant all its rows were recorded @param reason by which they name it @param communities touched @param companies touched */
    @SuppressWarnings("ArrayRecordComponent")
    record Stored(Instant at, String reason, Long[] communities, String[] companies) {
        Map<String, Object> parameters() {
            return Map.of(
                    "at", ImportStore.utc(at), "reason", reason, "communities", communities, "companies", companies);
        }
    }
}

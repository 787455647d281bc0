package org.linli.decisions.reach.paper;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;

/**
 * A paper ballot as it stands.
 *
 * @param number within the vote, as people call it
 * @param serial its random number, 32 hexadecimal digits
 * @param entry the roll entry it was issued to
 * @param homeNo the home at which it was asked for
 * @param returned null while it is out
 * @param voided null while it is good
 * @param used whether a ballot was cast with it
 * @param readings who read it, in order; what they read is not here
 */
public record Paper(
        int number,
        String serial,
        String entry,
        int issue,
        int homeNo,
        Instant issuedAt,
        String issuedBy,
        @Nullable Returned returned,
        @Nullable Voided voided,
        boolean used,
        List<Scan> scans,
        List<Reading> readings) {

    public Paper {
        scans = List.copyOf(scans);
        readings = List.copyOf(readings);
    }

    /** @param collector who brought it in; the owner himself when empty */
    public record Returned(Instant at, String collector, String by) {}

    public record Voided(VoidReason reason, String note, Instant at, String by) {}

    public record Scan(int number, String hash, DocumentType type, Instant at, String by, int views) {}

    public record Reading(int number, long account, String by, Instant at, String reason) {}

    /** Where it stands in the reconciliation. */
    public enum State {
        OUTSTANDING,
        /** Returned, and waits for scan, readings or the third look. */
        RETURNED,
        CAST,
        VOIDED
    }

    public State state() {
        if (used) {
            return State.CAST;
        }
        if (voided != null) {
            return State.VOIDED;
        }
        return returned == null ? State.OUTSTANDING : State.RETURNED;
    }

    /** In groups that can be read out: 8f3a 91c0 …. */
    public String serialInGroups() {
        return serial.replaceAll("(.{4})(?!$)", "$1 ");
    }

    public boolean wasReadBy(long account) {
        return readings.stream().anyMatch(reading -> reading.account() == account);
    }
}

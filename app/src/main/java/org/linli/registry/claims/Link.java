package org.linli.registry.claims;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;

/**
 * Somebody who acts or reads for an owner.
 *
 * @param homeNo the home by which it was asked for; a guardian or representative acts for the owner's other homes too
 * @param account who acts or reads
 * @param ownerName as written by whoever asked
 * @param ownerNo the owner; null until the street found out
 * @param from first day and {@code to} last day, null while not accepted or without an end
 * @param paperHash the evidence; null for family, whom the owner names
 */
public record Link(
        LinkId id,
        Kind kind,
        int homeNo,
        long account,
        String ownerName,
        @Nullable DocumentType paperType,
        @Nullable String paperHash,
        Instant openedAt,
        State state,
        @Nullable Integer ownerNo,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable LocalDate dueOn,
        @Nullable Long byAccount,
        String byName,
        String reason,
        Instant at) {

    /** What the link lets somebody do. */
    public enum Kind {
        /** 监护人: acts for an owner without full capacity (domain C8). */
        GUARDIAN,
        /** 单位代表: acts for an organisation or the developer (domain C13). */
        REPRESENTATIVE,
        /** 家人: reads and never acts. */
        FAMILY_HELPER
    }

    /** Where the link stands. */
    public enum State {
        SUBMITTED,
        ACCEPTED,
        RETURNED,
        ENDED
    }

    public boolean isInForce(LocalDate day) {
        return state == State.ACCEPTED && from != null && !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether the account may act for the owner on the day. */
    public boolean actsOn(LocalDate day) {
        return kind != Kind.FAMILY_HELPER && isInForce(day);
    }
}

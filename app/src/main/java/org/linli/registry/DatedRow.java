package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded version of a fact.
 *
 * @param key its key columns without the version
 * @param version number within the key, ascending with the time of recording
 * @param from first day it is true
 * @param to first day it is no longer true; null: still true
 * @param act and {@code reason}: empty in tables that keep none
 * @param facts columns and values as JDBC gives them, dates as {@link LocalDate}
 */
record DatedRow(
        Map<String, Object> key,
        int version,
        LocalDate from,
        @Nullable LocalDate to,
        Instant recordedAt,
        @Nullable Instant supersededAt,
        String recordedBy,
        String act,
        String reason,
        Map<String, @Nullable Object> facts) {

    /** The same row told by other facts. */
    DatedRow with(Map<String, @Nullable Object> told) {
        return new DatedRow(key, version, from, to, recordedAt, supersededAt, recordedBy, act, reason, told);
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }

    boolean overlaps(LocalDate otherFrom, @Nullable LocalDate otherTo) {
        return (otherTo == null || from.isBefore(otherTo)) && (to == null || otherFrom.isBefore(to));
    }

    @Nullable
    String text(String column) {
        Object value = facts.get(column);
        return value == null ? null : value.toString();
    }

    @Nullable
    LocalDate date(String column) {
        return (LocalDate) facts.get(column);
    }

    @Nullable
    Integer count(String column) {
        return (Integer) facts.get(column);
    }

    @Nullable
    Long amount(String column) {
        return (Long) facts.get(column);
    }

    byte @Nullable [] bytes(String column) {
        return (byte[]) facts.get(column);
    }
}

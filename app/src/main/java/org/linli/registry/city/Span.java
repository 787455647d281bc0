package org.linli.registry.city;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Half-open legal days. @param from first day it is true @param to first day it is no longer true; null: still true */
record Span(LocalDate from, @Nullable LocalDate to) {
    boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}

package org.linli.decisions.drafting;

import java.time.LocalDate;

/** The days on which candidates for an election may be put forward, both included. */
public record NominationWindow(int decision, LocalDate from, LocalDate to) {
    public boolean isOpenOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}

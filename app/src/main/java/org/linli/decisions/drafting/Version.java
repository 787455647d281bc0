package org.linli.decisions.drafting;

import java.time.Instant;
import java.time.LocalDate;

/** A version of a vote's text. @param cause DRAFT, EXTENSION or OUTAGE @param reason why, empty for a draft */
public record Version(int number, String cause, LocalDate lastDay, String reason, Instant at, String by) {}

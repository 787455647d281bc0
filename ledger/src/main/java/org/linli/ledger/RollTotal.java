package org.linli.ledger;

/** What is published of a roll's sum. @param rollNo 1 or more @param heads entries (TH) @param opening area (TA) */
public record RollTotal(int rollNo, long heads, AreaOpening opening) {}

package org.linli.ledger.bundle;

/**
 * Something that does not hold.
 *
 * @param fault what
 * @param place where, as nouns and their numbers or names: {@code leaf/127/decision/1/column/2}, {@code roll/1/entry/0}, {@code
 *     head/3}, {@code seen/3}; empty where it is the whole. Leaves, entries and heads are numbered from 0, the rest from 1
 */
public record Finding(Fault fault, String place) {}

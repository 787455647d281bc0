package org.linli.rules.decisions.counting;

import org.linli.rules.decisions.Weight;

/**
 * One returned, valid ballot in a question with several options.
 *
 * @param weight area and heads of the entry
 * @param choice what it says
 */
public record ChoiceBallot(Weight weight, Choice choice) {}

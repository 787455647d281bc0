package org.linli.rules.decisions.counting;

import org.linli.rules.decisions.Weight;

/**
 * One entry of the roll and what became of its ballot on one item.
 *
 * @param weight area and heads of the entry
 * @param state what it did
 * @param deliveryProven whether the file holds proof that its ballot was delivered
 */
public record ItemBallot(Weight weight, BallotState state, boolean deliveryProven) {}

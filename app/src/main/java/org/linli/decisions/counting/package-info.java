/**
 * What a vote decided: the witnessed count, objections and their rulings, the result page, and what follows with its days.
 *
 * <p>{@code Count} reckons without a database; {@code Counting}, {@code Objections} and {@code Finals} take the legal steps;
 * a count that was stored is never changed, a later one stands beside it.
 */
@NullMarked
package org.linli.decisions.counting;

import org.jspecify.annotations.NullMarked;

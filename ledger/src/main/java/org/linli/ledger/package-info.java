/**
 * The append-only record of a vote, and what lets anybody count it again without seeing a choice.
 *
 * <p>A roll commits to each entry's area ({@link RollSeal}), a ballot commits to each option and proves that it is well formed
 * ({@link BallotSealer}), leaves enter a Merkle tree ({@link Leaves}, {@link Frontier}), signed heads fix its state ({@link
 * SignedHead}), and openings publish sums only ({@link Openings}). The formats are laid down in {@code docs/recount.md}.
 */
@NullMarked
package org.linli.ledger;

import org.jspecify.annotations.NullMarked;

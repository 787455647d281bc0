/** Append-only records: leaves in a Merkle tree, a signed head for each commit, proofs for anybody. */
@NullMarked
@NamedInterface("ledger")
package org.linli.publishing.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

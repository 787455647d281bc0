/**
 * Ballots: cast once, sealed, committed in groups into the vote's ledger record, acknowledged after the durable commit.
 */
@NullMarked
package org.linli.decisions.casting;

import org.jspecify.annotations.NullMarked;

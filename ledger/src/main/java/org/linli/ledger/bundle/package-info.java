/**
 * The public bundle of a vote: one file that anybody can check without server, database or network. Reading distrusts
 * everything; checking names what does not hold, and where. The format is laid down in {@code docs/recount.md}.
 */
@NullMarked
package org.linli.ledger.bundle;

import org.jspecify.annotations.NullMarked;

/** Witnesses of a vote's record: who gets its public heads as they are made, so that nothing they saw can be rewritten. */
@NullMarked
package org.linli.decisions.witness;

import org.jspecify.annotations.NullMarked;

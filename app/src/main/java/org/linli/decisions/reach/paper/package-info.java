/** Paper ballots: issued by number, returned, voided, scanned, read by two people, and cast. */
@NullMarked
package org.linli.decisions.reach.paper;

import org.jspecify.annotations.NullMarked;

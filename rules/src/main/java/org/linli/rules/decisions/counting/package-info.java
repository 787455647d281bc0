/** How ballots become a tally: states, blanks, elections, choices, votes deemed cast, and what would change the outcome. */
@NullMarked
package org.linli.rules.decisions.counting;

import org.jspecify.annotations.NullMarked;

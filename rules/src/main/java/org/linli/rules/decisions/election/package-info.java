/** Who is elected to an owners' committee, and whether the committee stands. */
@NullMarked
package org.linli.rules.decisions.election;

import org.jspecify.annotations.NullMarked;

/** What a ballot and its notice must look like before anybody votes on them. */
@NullMarked
package org.linli.rules.decisions.ballots;

import org.jspecify.annotations.NullMarked;

/** Assisted voting 助老投票: at a registered place or at home, always by two named staff. */
@NullMarked
package org.linli.decisions.reach.assistance;

import org.jspecify.annotations.NullMarked;

/** The papers of a vote, from the notice to the filing form, and what may stand on each. */
@NullMarked
package org.linli.decisions.papers;

import org.jspecify.annotations.NullMarked;

/** The papers of a vote that are handed out before and after the count: notice, ballot, delivery list, filing form, ruling. */
@NullMarked
package org.linli.decisions.handouts;

import org.jspecify.annotations.NullMarked;

/** Rolls: frozen from the register, sealed, challenged, and who votes for an entry. */
@NullMarked
package org.linli.decisions.roll;

import org.jspecify.annotations.NullMarked;

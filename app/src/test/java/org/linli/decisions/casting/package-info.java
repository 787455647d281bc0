/** Casting against the real database: once, durable, sealed, in time. */
@NullMarked
package org.linli.decisions.casting;

import org.jspecify.annotations.NullMarked;

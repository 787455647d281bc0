/** Counts again what Linli counted, by the same rules, on anybody's machine. */
@NullMarked
package org.linli.verifier;

import org.jspecify.annotations.NullMarked;

/** The registry against a real database: what is stored, refused, known when, and seen by whom. */
@NullMarked
package org.linli.registry;

import org.jspecify.annotations.NullMarked;

/** The import desk: sheets become registry rows after every problem is shown, every guess confirmed, all or nothing. */
@NullMarked
package org.linli.registry.imports;

import org.jspecify.annotations.NullMarked;

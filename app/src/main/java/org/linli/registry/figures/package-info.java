/** The registry's own figures, each a definition over the city's read model. */
@NullMarked
package org.linli.registry.figures;

import org.jspecify.annotations.NullMarked;

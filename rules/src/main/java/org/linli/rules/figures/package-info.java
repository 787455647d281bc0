/** Figures that are published: shares of a population, kept as two whole numbers and rounded only for showing. */
@NullMarked
package org.linli.rules.figures;

import org.jspecify.annotations.NullMarked;

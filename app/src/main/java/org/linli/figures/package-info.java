/**
 * Figures: numbers that are never bare. Each is numerator, denominator, population, as-of date and rule version, and opens to its rows.
 *
 * <p>Features contribute a {@code Figure}; this module knows no community.
 */
@ApplicationModule(allowedDependencies = {"platform", "divisions"})
@NullMarked
package org.linli.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

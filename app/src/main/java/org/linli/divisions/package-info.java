/**
 * The tree of administrative divisions, from province to neighbourhood.
 *
 * <p>A code is a prefix of all its descendants' codes, so "in this division" is a prefix match everywhere.
 */
@ApplicationModule(allowedDependencies = "platform")
@NullMarked
package org.linli.divisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

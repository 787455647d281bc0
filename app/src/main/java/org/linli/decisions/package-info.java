/**
 * Owners decide: the votes of a management area, from the notice to the filing.
 *
 * <p>So far anybody can ask whether figures would pass, by the same rules as a real count.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.linli.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

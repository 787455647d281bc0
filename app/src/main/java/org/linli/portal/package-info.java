/**
 * What the public sees first; composes the features below it through their ports and façades.
 */
@ApplicationModule(allowedDependencies = {"platform", "divisions", "people", "figures", "registry", "registry :: city"})
@NullMarked
package org.linli.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

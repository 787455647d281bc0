/**
 * The desk of everybody who works here: what waits for me, due when, one click from the work.
 */
@ApplicationModule(allowedDependencies = {"platform", "divisions", "people", "figures", "registry", "registry :: city"})
@NullMarked
package org.linli.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * The synthetic city: invented communities on the real division tree. Never on in production.
 */
@ApplicationModule(allowedDependencies = {"platform", "divisions", "people", "figures", "registry", "registry :: city"})
@NullMarked
package org.linli.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

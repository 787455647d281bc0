/**
 * What is published and can be checked: append-only records with signed heads and proofs. It knows no community.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.linli.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/**
 * What is published and can be checked: append-only records with signed heads and proofs, notices with the photos of their boards, and
 * the gate that keeps personal data out of both. It knows no community.
 */
@ApplicationModule(allowedDependencies = {"platform"})
@NullMarked
package org.linli.publishing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

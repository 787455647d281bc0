/**
 * Accounts, grants, sign-in and sessions.
 *
 * <p>An account is a person at a screen. What it may do is the sum of its grants: a role with a scope, from a day to a
 * day. It knows a phone only by a keyed hash and never an owner or a home.
 */
@ApplicationModule(allowedDependencies = {"platform", "divisions"})
@NullMarked
package org.linli.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

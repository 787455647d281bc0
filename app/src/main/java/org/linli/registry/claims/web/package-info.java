/** The pages of claims: the owner's own, and those of the workers who look at papers. */
@NullMarked
package org.linli.registry.claims.web;

import org.jspecify.annotations.NullMarked;

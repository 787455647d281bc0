/**
 * Corrections that are proposed by those who may not make them: the resident specialist 包小专 of a community's file, an owner of the
 * own name or number. The street decides; what it accepts is an ordinary 更正 in its own name.
 *
 * <p>Source: domain i (base data edited by the specialist needs a second check); Personal Information Protection Law art. 46 (a person
 * may have own data corrected).
 */
@NullMarked
package org.linli.registry.suggestions;

import org.jspecify.annotations.NullMarked;

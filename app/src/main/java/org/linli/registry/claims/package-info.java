/**
 * Who of the accounts is which owner 业主认证, and who acts or reads for whom.
 *
 * <p>A claim stands on one of four kinds of proof and keeps which one. Nobody is bound to a home in silence: every owner on
 * the register is told and may object. What an account may do follows from the claim and the register together, so that a
 * home that changes hands ends the claim of its former owner.
 */
@NamedInterface("claims")
@NullMarked
package org.linli.registry.claims;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package org.linli.registry.claims;

import org.linli.platform.ids.CommunityId;
import org.springframework.modulith.NamedInterface;

/**
 * The street ruled that an account is not the owner it claimed to be. Told inside the transaction that recorded it.
 *
 * @param homeNo the home that was claimed
 */
@NamedInterface("claims")
public record ClaimOverruled(CommunityId community, int homeNo, long account) {}

package org.linli.registry;

import org.linli.platform.ids.CommunityId;

/** Homes of a community, or who owns them, were recorded anew. Told inside the transaction that recorded it. */
public record OwnershipChanged(CommunityId community) {}

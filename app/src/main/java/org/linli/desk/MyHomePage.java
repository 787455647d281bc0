package org.linli.desk;

import org.jspecify.annotations.Nullable;
import org.linli.registry.PublicCommunities;

/**
 * What an owner or occupant can do here by now.
 *
 * @param community the one of this hat as anybody sees it; null when it is no longer in the register
 */
public record MyHomePage(PublicCommunities.@Nullable Profile community) {}

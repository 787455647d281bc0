package org.linli.portal;

import org.linli.platform.web.QrCode;
import org.linli.registry.PublicCommunities;

/**
 * A sheet of A4 for the notice board of a community.
 *
 * @param address of its public page, in full
 * @param qr the same address
 */
public record PosterPage(PublicCommunities.Profile community, String address, QrCode qr) {}

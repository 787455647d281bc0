package org.linli.registry.claims;

import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.springframework.modulith.NamedInterface;

/**
 * A home for which an account acts today.
 *
 * @param ownerNo the owner of the register that the account is, or acts for
 * @param assurance on what it stands; links accepted by the street on papers count as {@link Assurance#C}
 * @param claimId the claim; null unless {@code via} is {@link Via#OWNER}
 * @param linkId the link; null if {@code via} is {@link Via#OWNER}
 * @param underObjection somebody may still object or has objected: what is cast now is to be marked
 */
@NamedInterface("claims")
public record HeldHome(
        CommunityId community,
        int homeNo,
        int ownerNo,
        Assurance assurance,
        @Nullable ClaimId claimId,
        @Nullable LinkId linkId,
        Via via,
        boolean underObjection) {}

package org.linli.registry.claims;

import java.util.Optional;
import org.linli.platform.ids.CommunityId;

/** A link between an account and an owner. @param number counts within the community */
public record LinkId(CommunityId community, int number) {

    /** Reads what {@link #toString()} writes; empty for anything else. */
    public static Optional<LinkId> parse(String text) {
        return ClaimId.parse(text).map(same -> new LinkId(same.community(), same.number()));
    }

    @Override
    public String toString() {
        return community + "-" + number;
    }
}

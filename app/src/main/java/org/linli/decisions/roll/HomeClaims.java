package org.linli.decisions.roll;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.linli.platform.ids.CommunityId;

/** What the register knows of people who proved that they own a home, or act for one who does. */
interface HomeClaims {

    /**
     * @param assurance level of the proof, A to D
     * @param via {@code OWNER}, {@code GUARDIAN} or {@code REPRESENTATIVE}
     * @param underObjection as of {@link VoterEntry}
     */
    record HomeClaim(int homeNo, int ownerNo, String assurance, String via, boolean underObjection) {}

    /** Claims of an account on homes of a community that are confirmed and have not ended. */
    List<HomeClaim> confirmed(long account, CommunityId community);

    /** As {@link org.linli.registry.claims.Claims#asOfNow}. */
    String asOfNow();

    /** As {@link org.linli.registry.claims.Claims#outdated}. */
    Set<String> outdated(CommunityId community, Set<String> words);

    /** Number of the co-owner whom all owners of a home named to vote. */
    Optional<Integer> named(CommunityId community, int homeNo);
}

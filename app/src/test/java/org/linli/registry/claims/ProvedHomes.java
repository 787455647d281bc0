package org.linli.registry.claims;

import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.Viewer;
import org.linli.registry.OwnerChange;
import org.springframework.context.ApplicationContext;

/** Homes proved by the ordinary way: the letter that the neighbourhood delivers, and the owner's number. */
public final class ProvedHomes {

    private static final Viewer WORKER = ClaimGround.viewer(9_000_101, Role.COMMUNITY_WORKER, "331002002");

    private final ApplicationContext context;
    private final CommunityId community;

    public ProvedHomes(ApplicationContext context, CommunityId community) {
        this.context = context;
        this.community = community;
    }

    /** The account proves that it owns the home. @param unit the stairwell @param owner as the register knows the person */
    public void prove(long account, String building, String unit, String room, OwnerChange.Person owner) {
        String code = context.getBean(Letters.class).print(community, building, WORKER).stream()
                .filter(letter -> letter.address().endsWith(unit + "-" + room))
                .findFirst()
                .orElseThrow()
                .code();
        ClaimResult result = context.getBean(OwnClaims.class)
                .byLetter(
                        new OwnClaims.Who(account, owner.name()),
                        new HomeWords(community, building, unit, room),
                        code,
                        String.valueOf(owner.idNumber()));
        if (!(result instanceof ClaimResult.Done)) {
            throw new IllegalStateException(result.toString());
        }
    }
}

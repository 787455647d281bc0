package org.linli.registry.claims;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.people.People;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.Role;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Scope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.claims.ClaimStore.Actor;
import org.linli.registry.claims.ClaimStore.Step;
import org.springframework.stereotype.Component;

/** The steps that claims take, with what follows from each: rights, notices, clocks. Call it with the community's claims locked. */
@Component
class ClaimSteps {

    private final ClaimStore claims;
    private final LinkStore links;
    private final HomeRegister register;
    private final ClaimNotices notices;
    private final People people;
    private final BusinessTime time;

    ClaimSteps(
            ClaimStore claims,
            LinkStore links,
            HomeRegister register,
            ClaimNotices notices,
            People people,
            BusinessTime time) {
        this.claims = claims;
        this.links = links;
        this.register = register;
        this.notices = notices;
        this.people = people;
        this.time = time;
    }

    Actor actor(@Nullable Long account, String name) {
        return new Actor(account, name, time.now());
    }

    /**
     * The claimant is this owner, unless another account is already: then the street has to rule, and until it does the
     * newcomer holds nothing.
     */
    void confirm(ClaimId id, HomeRegister.Home home, long account, int ownerNo, String reason, Actor by) {
        List<Claim> held = claims.listOn(home.community(), home.number()).stream()
                .filter(Claim::isHeld)
                .filter(claim -> claim.account() != account)
                .toList();
        String place = place(home);
        if (held.stream().anyMatch(claim -> Integer.valueOf(ownerNo).equals(claim.ownerNo()))) {
            claims.act(id, new Step(ClaimState.DISPUTED, ownerNo, due(), "CLM-OTHER"), by);
            held.forEach(claim -> notices.inform(claim.account(), "claims.told.rival", place));
            return;
        }
        claims.act(id, new Step(ClaimState.CONFIRMED, ownerNo, null, reason), by);
        grant(account, home.community(), "claim " + id);
        notices.tell(
                id, home, place, held.stream().map(Claim::account).distinct().toList());
    }

    /** Somebody objects: the street has five working days. */
    void dispute(Claim claim, String reason, Actor by) {
        claims.act(claim.id(), new Step(ClaimState.DISPUTED, claim.ownerNo(), due(), reason), by);
        register.find(claim.id().community(), claim.homeNo())
                .ifPresent(home -> notices.inform(claim.account(), "claims.told.disputed", place(home)));
    }

    /** The street rules for the claimant: whoever else was this owner is not any more. */
    void uphold(Claim claim, int ownerNo, String reason, Actor by) {
        claims.act(claim.id(), new Step(ClaimState.CONFIRMED, ownerNo, null, reason), by);
        grant(claim.account(), claim.id().community(), "claim " + claim.id());
        for (Claim other : claims.listOn(claim.id().community(), claim.homeNo())) {
            if (!other.id().equals(claim.id())
                    && other.isHeld()
                    && Integer.valueOf(ownerNo).equals(other.ownerNo())) {
                end(other, reason, by);
            }
        }
        if (claim.confirmedAt() == null) {
            register.find(claim.id().community(), claim.homeNo())
                    .ifPresent(home -> notices.tell(claim.id(), home, place(home), List.of()));
        }
    }

    void end(Claim claim, String reason, Actor by) {
        claims.act(claim.id(), new Step(ClaimState.ENDED, claim.ownerNo(), null, reason), by);
        release(claim.account(), claim.id().community(), "claim " + claim.id());
    }

    void grant(long account, CommunityId community, String proof) {
        people.grantByProof(account, Role.OWNER, new Scope.OfCommunity(community), time.today(), proof);
    }

    /** Takes the right of an owner back when nothing is left that it stands on. */
    void release(long account, CommunityId community, String proof) {
        LocalDate today = time.today();
        boolean stands = claims.listOf(account).stream()
                        .anyMatch(claim -> claim.id().community().equals(community) && claim.isHeld())
                || links.listOf(account).stream()
                        .anyMatch(link -> link.id().community().equals(community) && link.actsOn(today));
        if (!stands) {
            people.endByProof(account, Role.OWNER, new Scope.OfCommunity(community), proof);
        }
    }

    /** Ends the claims and designations whose owner does not own the home any more. */
    void reconcile(CommunityId community) {
        claims.lock(community);
        for (Claim claim : claims.listOutlived(community, time.today())) {
            end(claim, "CLM-SOLD", actor(null, "Linli"));
        }
    }

    String place(HomeRegister.Home home) {
        return register.communityName(home.community()) + " " + home.address();
    }

    LocalDate today() {
        return time.today();
    }

    LocalDate due() {
        return WorkingDays.due(time.today());
    }

    java.util.Optional<Claim> find(ClaimId id) {
        return claims.find(id, RowScope.everything());
    }
}

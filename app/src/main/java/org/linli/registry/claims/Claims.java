package org.linli.registry.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.OwnershipChanged;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account may act or read for which owner today: the one place where other features ask.
 *
 * <p>A claim gives the vote from its confirmation on, also during the seven days in which the others may object and while the
 * street has not ruled. What is cast in that time is marked by the feature that takes it, by {@link HeldHome#underObjection}
 * or {@link #isUnderObjection}. Each answer holds claim and register together: a claim whose owner has sold the home holds
 * nothing from the day of the sale, recorded or not.
 */
@NamedInterface("claims")
@Service
public class Claims {

    private final ClaimStore claims;
    private final LinkStore links;
    private final Designations designations;
    private final HomeRegister register;
    private final ClaimSteps steps;
    private final BusinessTime time;

    Claims(
            ClaimStore claims,
            LinkStore links,
            Designations designations,
            HomeRegister register,
            ClaimSteps steps,
            BusinessTime time) {
        this.claims = claims;
        this.links = links;
        this.designations = designations;
        this.register = register;
        this.steps = steps;
        this.time = time;
    }

    /** The homes for which the account acts, as owner, guardian or representative; by community and home. */
    public List<HeldHome> confirmedHomes(long accountId) {
        LocalDate today = time.today();
        List<HeldHome> held = new ArrayList<>();
        for (Claim claim : claims.listOf(accountId)) {
            Integer owner = claim.ownerNo();
            if (claim.isHeld() && owner != null && owns(claim.id().community(), claim.homeNo(), owner)) {
                held.add(new HeldHome(
                        claim.id().community(),
                        claim.homeNo(),
                        owner,
                        claim.assurance(),
                        claim.id(),
                        null,
                        Via.OWNER,
                        claim.isUnderObjection(today)));
            }
        }
        for (Link link : links.listOf(accountId)) {
            Integer owner = link.ownerNo();
            if (link.actsOn(today) && owner != null) {
                Via via = link.kind() == Link.Kind.GUARDIAN ? Via.GUARDIAN : Via.REPRESENTATIVE;
                register.homesOf(link.id().community(), owner)
                        .forEach(home -> held.add(new HeldHome(
                                link.id().community(), home, owner, Assurance.C, null, link.id(), via, false)));
            }
        }
        held.sort(java.util.Comparator.comparingLong(
                        (HeldHome home) -> home.community().value())
                .thenComparingInt(HeldHome::homeNo));
        return held;
    }

    /**
     * A word for what is recorded now. Whoever takes it before asking may keep the answers as long as the word is not {@link #outdated},
     * which is one small question for many answers.
     */
    public String asOfNow() {
        return time.today() + " " + claims.snapshot();
    }

    /** The words of {@link #asOfNow} under which answers about a community may be others by now. */
    public Set<String> outdated(CommunityId community, Set<String> words) {
        String today = time.today() + " ";
        Map<Boolean, List<String>> ofToday =
                words.stream().collect(Collectors.partitioningBy(word -> word.startsWith(today)));
        Set<String> outdated = new HashSet<>(ofToday.getOrDefault(false, List.of()));
        List<String> snapshots = ofToday.getOrDefault(true, List.of()).stream()
                .map(word -> word.substring(today.length()))
                .toList();
        if (!snapshots.isEmpty()) {
            claims.outdated(community, snapshots).forEach(snapshot -> outdated.add(today + snapshot));
        }
        return outdated;
    }

    private boolean owns(CommunityId community, int homeNo, int ownerNo) {
        return register.find(community, homeNo)
                .filter(home -> home.owners().contains(ownerNo))
                .isPresent();
    }

    /** The accounts that act for an owner today, each once. */
    public List<Long> accountsOf(CommunityId community, int ownerNo) {
        LocalDate today = time.today();
        List<Long> accounts = new ArrayList<>();
        claims.listOfOwner(community, ownerNo, today).stream()
                .filter(Claim::isHeld)
                .forEach(claim -> accounts.add(claim.account()));
        links.listFor(community, ownerNo).stream()
                .filter(link -> link.actsOn(today))
                .forEach(link -> accounts.add(link.account()));
        return accounts.stream().distinct().toList();
    }

    /** Whether the account acts for this owner today. */
    public boolean holds(long accountId, CommunityId community, int ownerNo) {
        return accountsOf(community, ownerNo).contains(accountId);
    }

    /** A home whose papers an account may read without acting. @param ownerNo who lets it */
    public record ReadableHome(CommunityId community, int homeNo, int ownerNo, LinkId linkId) {}

    /** The homes that family let the account read. */
    public List<ReadableHome> readableHomes(long accountId) {
        LocalDate today = time.today();
        List<ReadableHome> readable = new ArrayList<>();
        for (Link link : links.listOf(accountId)) {
            Integer owner = link.ownerNo();
            if (link.kind() == Link.Kind.FAMILY_HELPER
                    && link.isInForce(today)
                    && owner != null
                    && owns(link.id().community(), link.homeNo(), owner)) {
                readable.add(new ReadableHome(link.id().community(), link.homeNo(), owner, link.id()));
            }
        }
        return readable;
    }

    /** The co-owner whom all owners of the home named to vote; empty without one. */
    public OptionalInt designated(CommunityId community, int homeNo) {
        return designations.inForce(community, homeNo);
    }

    /** Whether somebody may still object to the claim, or has objected and no ruling came yet. */
    public boolean isUnderObjection(ClaimId id) {
        return steps.find(id)
                .filter(claim -> claim.isUnderObjection(time.today()))
                .isPresent();
    }

    /** A home as an account claimed it. */
    public record ClaimedHome(long account, int homeNo) {}

    /**
     * The claims of a community to which somebody objected, and on which the street has not ruled. A claim to which somebody only may
     * object yet is not among them.
     */
    public List<ClaimedHome> objectedTo(CommunityId community) {
        return claims.listDisputed(community).stream()
                .filter(Claim::isHeld)
                .map(claim -> new ClaimedHome(claim.account(), claim.homeNo()))
                .toList();
    }

    /** A home changed hands: the claims of those who sold end in the same transaction. */
    @EventListener
    @Transactional
    public void on(OwnershipChanged changed) {
        steps.reconcile(changed.community());
    }
}

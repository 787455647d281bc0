package org.linli.decisions.roll;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.roll.HomeClaims.HomeClaim;
import org.linli.decisions.roll.RegisterParts.HomeToday;
import org.linli.decisions.roll.VoterEntry.Standing;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.roll.JointBallots;
import org.springframework.stereotype.Component;

/**
 * Who votes for an entry today. Weights stay as frozen; the voter follows the register.
 *
 * <p>Source: domain reference a.2 C12 [D]: the new owner may vote in place of the old one. Where an entry has several parts and only
 * some were sold, the person of the record day keeps the one vote as long as it owns any of them [D]: otherwise the buyer of one
 * flat would cast the seller's whole weight. The same holds for the developer's block and a flat delivered during the vote.
 */
@Component
class Voters {

    private final HomeClaims claims;
    private final RegisterParts registers;
    private final BusinessTime time;

    Voters(HomeClaims claims, RegisterParts registers, BusinessTime time) {
        this.claims = claims;
        this.registers = registers;
        this.time = time;
    }

    /** One line an entry: the way by which the account may vote if there is one. */
    List<VoterEntry> entriesOf(FrozenRoll roll, long account) {
        CommunityId community = roll.vote().community();
        Map<String, VoterEntry> byEntry = new LinkedHashMap<>();
        for (HomeClaim claim : claims.confirmed(account, community)) {
            roll.ofHome(claim.homeNo())
                    .map(entry -> entryOf(entry, claim, community))
                    .ifPresent(found ->
                            byEntry.merge(found.entry().id(), found, (one, other) -> one.mayVote() ? one : other));
        }
        return new ArrayList<>(byEntry.values());
    }

    /** How an owner stands to the entry through one of its homes, whether or not anybody has claimed it. */
    Standing standing(FrozenRoll.Entry entry, CommunityId community, int homeNo, int ownerNo) {
        return standing(
                entry,
                new HomeClaim(homeNo, ownerNo, "", "", false),
                registers.homes(community, homesOf(entry), time.today()),
                claims.named(community, homeNo));
    }

    /** Owners of a home today, in the order of the certificate. */
    List<Integer> ownersOf(CommunityId community, int homeNo) {
        HomeToday home =
                registers.homes(community, Set.of(homeNo), time.today()).get(homeNo);
        return home == null ? List.of() : List.copyOf(home.owners());
    }

    /** The people behind entries today, by entry, in one question to the register. */
    Map<String, OwnersToday> owners(CommunityId community, Collection<FrozenRoll.Entry> entries) {
        Set<Integer> numbers =
                entries.stream().flatMap(entry -> homesOf(entry).stream()).collect(Collectors.toSet());
        Map<Integer, HomeToday> homes = registers.homes(community, numbers, time.today());
        Map<String, OwnersToday> owners = new HashMap<>();
        for (FrozenRoll.Entry entry : entries) {
            owners.put(
                    entry.id(),
                    owners(
                            entry,
                            homesOf(entry).stream()
                                    .map(homes::get)
                                    .filter(Objects::nonNull)
                                    .toList()));
        }
        return owners;
    }

    private static OwnersToday owners(FrozenRoll.Entry entry, List<HomeToday> homes) {
        SortedSet<Integer> all = new TreeSet<>();
        homes.forEach(home -> all.addAll(home.owners()));
        boolean undelivered = entry.developer() && homes.stream().anyMatch(home -> !home.delivered());
        if (all.isEmpty() || undelivered) {
            all.addAll(entry.owners());
        }
        SortedSet<Integer> voting = new TreeSet<>(all);
        if (isKept(entry, homes)) {
            voting.retainAll(entry.owners());
        }
        return new OwnersToday(all, voting);
    }

    private static Set<Integer> homesOf(FrozenRoll.Entry entry) {
        return entry.parts().stream().map(FrozenRoll.PartLine::homeNo).collect(Collectors.toSet());
    }

    private VoterEntry entryOf(FrozenRoll.Entry entry, HomeClaim claim, CommunityId community) {
        Standing standing = standing(
                entry,
                claim,
                registers.homes(community, homesOf(entry), time.today()),
                claims.named(community, claim.homeNo()));
        return new VoterEntry(
                entry,
                claim.homeNo(),
                claim.ownerNo(),
                claim.assurance(),
                claim.via(),
                claim.underObjection(),
                standing);
    }

    /** @param homes the entry's homes as they are today @param named whom the owners of the claimed home named */
    static Standing standing(
            FrozenRoll.Entry entry, HomeClaim claim, Map<Integer, HomeToday> homes, Optional<Integer> named) {
        @Nullable HomeToday home = homes.get(claim.homeNo());
        Set<Integer> owners = home == null ? Set.of() : home.owners();
        JointBallots.Answer answer = JointBallots.judge(
                owners.stream().map(String::valueOf).collect(Collectors.toSet()),
                named.map(String::valueOf).orElse(null),
                Integer.toString(claim.ownerNo()),
                false);
        return switch (answer) {
            case NOT_AN_OWNER -> Standing.NOT_AN_OWNER;
            case ANOTHER_WAS_NAMED -> Standing.ANOTHER_WAS_NAMED;
            case MAY_VOTE, ALREADY_CAST ->
                entry.owners().contains(claim.ownerNo()) || !isKept(entry, homes.values())
                        ? Standing.MAY_VOTE
                        : Standing.FORMER_OWNER_KEEPS_IT;
        };
    }

    /** Whether somebody of the record day still owns a part, or the developer one that it has not delivered. */
    private static boolean isKept(FrozenRoll.Entry entry, Collection<HomeToday> homes) {
        return homes.stream()
                .anyMatch(home ->
                        entry.developer() && !home.delivered() || !Collections.disjoint(home.owners(), entry.owners()));
    }
}

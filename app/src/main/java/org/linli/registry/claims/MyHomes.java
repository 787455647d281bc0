package org.linli.registry.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;

/** What somebody's own page shows of their homes: one's own words plain, everybody else masked. */
@Service
public class MyHomes {

    private final OwnClaims own;
    private final Claims claims;
    private final Links links;
    private final Designations designations;
    private final HomeRegister register;
    private final BusinessTime time;

    MyHomes(
            OwnClaims own,
            Claims claims,
            Links links,
            Designations designations,
            HomeRegister register,
            BusinessTime time) {
        this.own = own;
        this.claims = claims;
        this.links = links;
        this.designations = designations;
        this.register = register;
        this.time = time;
    }

    /** A co-owner. @param name masked, unless it is the person's own @param self the person at the screen */
    public record CoOwner(int number, String name, boolean self) {}

    /** A helper of a home. @param name as the owner wrote it */
    public record Helper(LinkId id, String name, Link.Kind kind) {}

    /**
     * A home of the person.
     *
     * @param designated number of the co-owner who votes; null without one
     * @param proposed number of the co-owner who is proposed and not yet agreed on by all; null without one
     * @param maySay whether the person's own yes is still missing
     */
    public record Home(
            Claim claim,
            String community,
            String address,
            String use,
            @Nullable Long areaDm2,
            String form,
            List<CoOwner> owners,
            List<Helper> helpers,
            @Nullable Integer designated,
            @Nullable Integer proposed,
            boolean maySay,
            @Nullable LocalDate objectUntil) {

        /** The masked name of a co-owner. */
        public String nameOf(@Nullable Integer number) {
            return owners.stream()
                    .filter(owner -> Integer.valueOf(owner.number()).equals(number))
                    .map(CoOwner::name)
                    .findFirst()
                    .orElse("");
        }
    }

    /** A claim or link with its place in words. */
    public record Pending(Claim claim, String place) {}

    public record LinkLine(Link link, String place, boolean inForce) {}

    /** The homes that are proved, by the newest claim. */
    public List<Home> homes(OwnClaims.Who who) {
        List<Home> homes = new ArrayList<>();
        for (Claim claim : own.list(who)) {
            if (claim.isHeld()) {
                register.find(claim.id().community(), claim.homeNo())
                        .filter(home -> claim.ownerNo() != null && home.owners().contains(claim.ownerNo()))
                        .ifPresent(home -> homes.add(home(claim, home)));
            }
        }
        return homes;
    }

    private Home home(Claim claim, HomeRegister.Home home) {
        List<CoOwner> owners = register.owners(home).stream()
                .map(person -> {
                    boolean self = Integer.valueOf(person.number()).equals(claim.ownerNo());
                    return new CoOwner(person.number(), self ? person.name() : person.masked(), self);
                })
                .toList();
        List<Helper> helpers = links.listFor(claim).stream()
                .filter(link -> link.kind() != Link.Kind.FAMILY_HELPER || link.homeNo() == claim.homeNo())
                .map(link -> new Helper(link.id(), link.ownerName(), link.kind()))
                .toList();
        Optional<Designations.Designation> designation = designations.find(home.community(), home.number());
        return new Home(
                claim,
                register.communityName(home.community()),
                home.address(),
                home.use(),
                home.areaDm2(),
                home.form(),
                owners,
                helpers,
                designation
                        .filter(Designations.Designation::isInForce)
                        .map(Designations.Designation::ownerNo)
                        .orElse(null),
                designation
                        .filter(found -> !found.isInForce())
                        .map(Designations.Designation::ownerNo)
                        .orElse(null),
                designation
                        .filter(found ->
                                claim.ownerNo() != null && found.missing().contains(claim.ownerNo()))
                        .isPresent(),
                claim.isUnderObjection(time.today()) ? claim.lastDayToObject() : null);
    }

    /** Claims that hold nothing: on their way, sent back, ended. The latest few. */
    public List<Pending> pending(OwnClaims.Who who) {
        return own.list(who).stream()
                .filter(claim -> !claim.isHeld())
                .limit(5)
                .map(claim -> new Pending(claim, place(claim.id().community(), claim.homeNo())))
                .toList();
    }

    /** Claims of others on the person's homes that may still be objected to. */
    public List<Pending> objectionable(OwnClaims.Who who) {
        return own.listObjectionable(who).stream()
                .map(claim -> new Pending(claim, place(claim.id().community(), claim.homeNo())))
                .toList();
    }

    /** For whom the person acts or reads, and what was asked for. */
    public List<LinkLine> links(OwnClaims.Who who) {
        return links.list(who).stream()
                .filter(link -> link.state() != Link.State.ENDED)
                .map(link ->
                        new LinkLine(link, place(link.id().community(), link.homeNo()), link.isInForce(time.today())))
                .toList();
    }

    /** Community and home in words, as of a claim. */
    public String place(CommunityId community, int homeNo) {
        String name = register.communityName(community);
        return register.find(community, homeNo)
                .map(home -> name + " " + home.address())
                .orElse(name);
    }

    /** The buildings somebody can choose from. */
    public List<String> buildings(CommunityId community) {
        return register.buildings(community);
    }

    /** The communities in which the account acts or reads. */
    public List<CommunityId> communities(OwnClaims.Who who) {
        List<CommunityId> all = new ArrayList<>();
        claims.confirmedHomes(who.account()).forEach(home -> all.add(home.community()));
        claims.readableHomes(who.account()).forEach(home -> all.add(home.community()));
        return all.stream().distinct().toList();
    }
}

package org.linli.registry.claims;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.people.People;
import org.linli.people.Phone;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.claims.ClaimResult.Reason;
import org.linli.registry.claims.Link.State;
import org.linli.registry.claims.LinkStore.Step;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guardians and representatives, whom the street accepts on papers, and family, whom the owner lets read.
 *
 * <p>Source: domain C8 and C13 [K]; a street accepts representatives: own default [D].
 */
@Service
public class Links {

    private final LinkStore links;
    private final ClaimStore claims;
    private final ClaimSteps steps;
    private final HomeRegister register;
    private final Papers papers;
    private final People people;
    private final RowScopes scopes;
    private final AccessLog log;
    private final BusinessTime time;

    Links(
            LinkStore links,
            ClaimStore claims,
            ClaimSteps steps,
            HomeRegister register,
            Papers papers,
            People people,
            RowScopes scopes,
            AccessLog log,
            BusinessTime time) {
        this.links = links;
        this.claims = claims;
        this.steps = steps;
        this.register = register;
        this.papers = papers;
        this.people = people;
        this.scopes = scopes;
        this.log = log;
        this.time = time;
    }

    /** A link with its home in words. @param owners of the home on the register, masked */
    public record File(Link link, String place, List<ClaimDesk.Owner> owners) {}

    /** What became of an act on a link: as of {@link ClaimResult}, with the link's own id. */
    public sealed interface Result {
        record Done(LinkId id) implements Result {}

        record Refused(Reason reason) implements Result {}

        record Unknown() implements Result {}
    }

    /** Asks to act for an owner. @param ownerName as on the papers @param paper guardianship or authorisation */
    @Transactional
    public Result ask(OwnClaims.Who who, Link.Kind kind, HomeWords words, String ownerName, InputStream paper) {
        if (kind == Link.Kind.FAMILY_HELPER) {
            throw new IllegalArgumentException("family is named by the owner");
        }
        claims.lock(words.community());
        Optional<HomeRegister.Home> home =
                register.find(words.community(), words.building(), words.unit(), words.room());
        if (home.isEmpty()) {
            return new Result.Refused(Reason.NO_HOME);
        }
        if (ownerName.isBlank()) {
            return new Result.Refused(Reason.REASON);
        }
        boolean twice = links.listOf(who.account()).stream()
                .anyMatch(link -> link.id().community().equals(words.community())
                        && link.kind() == kind
                        && link.homeNo() == home.get().number()
                        && (link.state() == State.SUBMITTED || link.isInForce(time.today())));
        if (twice) {
            return new Result.Refused(Reason.TWICE);
        }
        Optional<Papers.Stored> stored = papers.put(paper);
        if (stored.isEmpty()) {
            return new Result.Refused(Reason.PAPERS);
        }
        ClaimStore.Actor by = steps.actor(who.account(), who.name());
        LinkId id = links.insert(
                new LinkStore.Wish(
                        words.community(),
                        kind,
                        home.get().number(),
                        who.account(),
                        ownerName.strip(),
                        stored.get().type(),
                        stored.get().hash()),
                by);
        links.act(id, new Step(State.SUBMITTED, null, null, null, steps.due(), ""), by);
        return new Result.Done(id);
    }

    /** The owner lets the account of a phone read what concerns a home; the account is made if there is none, and not told apart. */
    @Transactional
    public Result letRead(OwnClaims.Who who, ClaimId own, String phone, String helperName) {
        claims.lock(own.community());
        Optional<Claim> claim = claims.find(own, RowScope.everything())
                .filter(found -> found.account() == who.account() && found.isHeld());
        if (claim.isEmpty()) {
            return new Result.Unknown();
        }
        Optional<Phone> number = Phone.parse(phone);
        if (number.isEmpty()) {
            return new Result.Refused(Reason.PHONE);
        }
        long account = people.accountOfPhone(number.get(), helperName.isBlank() ? "家人" : helperName.strip());
        ClaimStore.Actor by = steps.actor(who.account(), who.name());
        LinkId id = links.insert(
                new LinkStore.Wish(
                        own.community(),
                        Link.Kind.FAMILY_HELPER,
                        claim.get().homeNo(),
                        account,
                        helperName.isBlank() ? "家人" : helperName.strip(),
                        null,
                        null),
                by);
        links.act(id, new Step(State.ACCEPTED, claim.get().ownerNo(), time.today(), null, null, ""), by);
        return new Result.Done(id);
    }

    /** Ends a link: by who acts or reads, or by the owner who let. */
    @Transactional
    public Result end(OwnClaims.Who who, LinkId id) {
        claims.lock(id.community());
        Optional<Link> link = links.find(id, RowScope.everything())
                .filter(found -> found.account() == who.account() || isOwner(who, found));
        if (link.isEmpty()) {
            return new Result.Unknown();
        }
        if (link.get().state() == State.RETURNED || link.get().state() == State.ENDED) {
            return new Result.Refused(Reason.STATE);
        }
        end(link.get(), "CLM-OWN", steps.actor(who.account(), who.name()));
        return new Result.Done(id);
    }

    private boolean isOwner(OwnClaims.Who who, Link link) {
        Integer owner = link.ownerNo();
        return owner != null
                && claims.listOf(who.account()).stream()
                        .anyMatch(claim -> claim.isHeld()
                                && claim.id().community().equals(link.id().community())
                                && owner.equals(claim.ownerNo()));
    }

    private void end(Link link, String reason, ClaimStore.Actor by) {
        links.act(link.id(), new Step(State.ENDED, link.ownerNo(), link.from(), link.to(), null, reason), by);
        if (link.kind() != Link.Kind.FAMILY_HELPER) {
            steps.release(link.account(), link.id().community(), "link " + link.id());
        }
    }

    /** The account's own links, whatever became of them. */
    public List<Link> list(OwnClaims.Who who) {
        return links.listOf(who.account());
    }

    /** What is in force for the owner of a held claim. */
    public List<Link> listFor(Claim claim) {
        Integer owner = claim.ownerNo();
        return owner == null
                ? List.of()
                : links.listFor(claim.id().community(), owner).stream()
                        .filter(link -> link.isInForce(time.today()))
                        .toList();
    }

    /** Guardians and representatives within the viewer's scope. */
    public List<File> list(Viewer viewer, State state, int limit) {
        return links.list(state, limit, scopes.of(viewer)).stream()
                .map(this::file)
                .toList();
    }

    public long countWaiting(RowScope scope) {
        return links.countWaiting(scope);
    }

    public Optional<File> find(Viewer viewer, LinkId id) {
        return links.find(id, scopes.of(viewer))
                .filter(link -> link.kind() != Link.Kind.FAMILY_HELPER)
                .map(this::file);
    }

    private File file(Link link) {
        Optional<HomeRegister.Home> home = register.find(link.id().community(), link.homeNo());
        return new File(
                link,
                home.map(steps::place)
                        .orElseGet(() -> register.communityName(link.id().community())),
                home.map(found -> register.owners(found).stream()
                                .map(person -> new ClaimDesk.Owner(
                                        person.number(),
                                        person.kind(),
                                        person.masked(),
                                        HomeRegister.canonical(person.name())
                                                .equals(HomeRegister.canonical(link.ownerName()))))
                                .toList())
                        .orElse(List.of()));
    }

    /** The evidence of a link; each look is in the access log. */
    @Transactional
    public Optional<ClaimDesk.Paper> paper(Viewer viewer, LinkId id) {
        return find(viewer, id).flatMap(file -> {
            var type = file.link().paperType();
            String hash = file.link().paperHash();
            if (type == null || hash == null) {
                return Optional.empty();
            }
            log.record(viewer, "link.paper", "link", id, "");
            return Optional.of(new ClaimDesk.Paper(type, hash));
        });
    }

    /** The street accepts. @param to last day; null without an end */
    @Transactional
    public Result accept(Viewer viewer, LinkId id, int ownerNo, @Nullable LocalDate to) {
        return begin(viewer, id, link -> {
            Optional<HomeRegister.Home> home = register.find(id.community(), link.homeNo());
            Optional<HomeRegister.Person> owner = home.flatMap(found -> register.owners(found).stream()
                    .filter(person -> person.number() == ownerNo)
                    .findFirst());
            boolean person = owner.map(found -> found.kind().equals("PERSON")).orElse(false);
            if (owner.isEmpty() || person != (link.kind() == Link.Kind.GUARDIAN)) {
                return new Result.Refused(Reason.OWNER);
            }
            if (to != null && to.isBefore(time.today())) {
                return new Result.Refused(Reason.DAY);
            }
            links.act(
                    id,
                    new Step(State.ACCEPTED, ownerNo, time.today(), to, null, ""),
                    steps.actor(viewer.accountId(), viewer.name()));
            steps.grant(link.account(), id.community(), "link " + id);
            return new Result.Done(id);
        });
    }

    /** The street sends back what waits, or ends what is in force. */
    @Transactional
    public Result giveBack(Viewer viewer, LinkId id, String reason) {
        claims.lock(id.community());
        Optional<Link> link = find(viewer, id).map(File::link);
        if (link.isEmpty()) {
            return new Result.Unknown();
        }
        if (reason.isBlank()) {
            return new Result.Refused(Reason.REASON);
        }
        ClaimStore.Actor by = steps.actor(viewer.accountId(), viewer.name());
        return switch (link.get().state()) {
            case SUBMITTED -> {
                links.act(id, new Step(State.RETURNED, null, null, null, null, reason.strip()), by);
                yield new Result.Done(id);
            }
            case ACCEPTED -> {
                end(link.get(), reason.strip(), by);
                yield new Result.Done(id);
            }
            case RETURNED, ENDED -> new Result.Refused(Reason.STATE);
        };
    }

    private interface Act {
        Result on(Link link);
    }

    private Result begin(Viewer viewer, LinkId id, Act act) {
        claims.lock(id.community());
        Optional<Link> link = find(viewer, id).map(File::link);
        if (link.isEmpty()) {
            return new Result.Unknown();
        }
        if (link.get().state() != State.SUBMITTED) {
            return new Result.Refused(Reason.STATE);
        }
        if (link.get().account() == viewer.accountId()) {
            return new Result.Refused(Reason.SAME_PERSON);
        }
        return act.on(link.get());
    }
}

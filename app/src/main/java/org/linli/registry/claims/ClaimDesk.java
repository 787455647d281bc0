package org.linli.registry.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.RowScopes;
import org.linli.platform.scope.Viewer;
import org.linli.registry.claims.ClaimResult.Reason;
import org.linli.registry.claims.ClaimStore.Step;
import org.linli.rules.codes.Masks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What workers and the street do about claims: see papers, confirm what another saw, send back, rule. Four eyes always. */
@Service
public class ClaimDesk {

    private final ClaimStore claims;
    private final ClaimSteps steps;
    private final ClaimNotices notices;
    private final HomeRegister register;
    private final RowScopes scopes;
    private final AccessLog log;
    private final ApplicationEventPublisher events;

    ClaimDesk(
            ClaimStore claims,
            ClaimSteps steps,
            ClaimNotices notices,
            HomeRegister register,
            RowScopes scopes,
            AccessLog log,
            ApplicationEventPublisher events) {
        this.claims = claims;
        this.steps = steps;
        this.notices = notices;
        this.register = register;
        this.scopes = scopes;
        this.log = log;
        this.events = events;
    }

    /** A claim in a list. @param name masked @param place community and home */
    public record Line(Claim claim, String name, String place) {}

    /** An owner of the home on the register. @param name masked @param same whether it is the name the claimant wrote */
    public record Owner(int number, String kind, String name, boolean same) {}

    /** A claim with everything a worker needs. @param place community and home @param papers numbers of the papers */
    public record File(
            Claim claim,
            String place,
            List<Owner> owners,
            List<Integer> papers,
            List<ClaimAct> history,
            List<String> holders,
            ClaimNotices.Told told) {}

    /** Claims in some states within the viewer's scope, the most urgent first. */
    public List<Line> list(Viewer viewer, List<ClaimState> states, int limit) {
        return claims.list(states, limit, scopes.of(viewer)).stream()
                .map(claim -> new Line(claim, Masks.name(claim.claimedName()), place(claim)))
                .toList();
    }

    public long count(List<ClaimState> states, RowScope scope) {
        return claims.count(states, scope);
    }

    private String place(Claim claim) {
        return register.find(claim.id().community(), claim.homeNo())
                .map(steps::place)
                .orElseGet(() -> register.communityName(claim.id().community()));
    }

    public Optional<File> find(Viewer viewer, ClaimId id) {
        return claims.find(id, scopes.of(viewer)).map(this::file);
    }

    private File file(Claim claim) {
        Optional<HomeRegister.Home> home = register.find(claim.id().community(), claim.homeNo());
        List<Owner> owners = home.map(found -> register.owners(found).stream()
                        .map(person -> new Owner(
                                person.number(),
                                person.kind(),
                                person.masked(),
                                HomeRegister.canonical(person.name())
                                        .equals(HomeRegister.canonical(claim.claimedName()))))
                        .toList())
                .orElse(List.of());
        List<String> holders = claims.listOn(claim.id().community(), claim.homeNo()).stream()
                .filter(other -> other.isHeld() && !other.id().equals(claim.id()))
                .map(other -> Masks.name(other.claimedName()))
                .toList();
        return new File(
                claim,
                place(claim),
                owners,
                claims.papers(claim.id()).stream().map(ClaimStore.Paper::number).toList(),
                claims.history(claim.id()),
                holders,
                notices.told(claim.id()));
    }

    /** A paper to be looked at; each look is in the access log. */
    @Transactional
    public Optional<Paper> paper(Viewer viewer, ClaimId id, int number) {
        Optional<Paper> found = claims.find(id, scopes.of(viewer))
                .flatMap(claim -> claims.papers(id).stream()
                        .filter(paper -> paper.number() == number)
                        .map(paper -> new Paper(paper.type(), paper.hash()))
                        .findFirst());
        found.ifPresent(paper -> log.record(viewer, "claim.paper", "claim", id, "paper " + number));
        return found;
    }

    /** A stored paper. @param hash by which the file store gives it */
    public record Paper(org.linli.platform.files.DocumentType type, String hash) {}

    /** The viewer saw the papers and found which owner the claimant is. */
    @Transactional
    public ClaimResult see(Viewer viewer, ClaimId id, int ownerNo, String note) {
        return begin(viewer, id, ClaimState.SEEN, claim -> {
            Optional<Reason> problem = problem(claim, ownerNo);
            if (problem.isPresent()) {
                return ClaimResult.refused(problem.get());
            }
            claims.act(
                    id,
                    new Step(ClaimState.SEEN, ownerNo, steps.due(), note.strip()),
                    steps.actor(viewer.accountId(), viewer.name()));
            return new ClaimResult.Done(id);
        });
    }

    /** A second person confirms what the first one saw. */
    @Transactional
    public ClaimResult confirm(Viewer viewer, ClaimId id) {
        return begin(viewer, id, ClaimState.CONFIRMED, claim -> {
            if (claim.state() != ClaimState.SEEN) {
                return ClaimResult.refused(Reason.STATE);
            }
            if (claims.seenBy(id).contains(viewer.accountId())) {
                return ClaimResult.refused(Reason.SAME_PERSON);
            }
            Integer owner = claim.ownerNo();
            Optional<HomeRegister.Home> home = register.find(id.community(), claim.homeNo());
            if (owner == null || home.isEmpty()) {
                return ClaimResult.refused(Reason.OWNER);
            }
            Optional<Reason> problem = problem(claim, owner);
            if (problem.isPresent()) {
                return ClaimResult.refused(problem.get());
            }
            steps.confirm(id, home.get(), claim.account(), owner, "", steps.actor(viewer.accountId(), viewer.name()));
            return new ClaimResult.Done(id);
        });
    }

    /** Sends papers back. @param reason what is missing, for the claimant to read */
    @Transactional
    public ClaimResult giveBack(Viewer viewer, ClaimId id, String reason) {
        return begin(viewer, id, ClaimState.RETURNED, claim -> {
            if (reason.isBlank()) {
                return ClaimResult.refused(Reason.REASON);
            }
            claims.act(
                    id,
                    new Step(ClaimState.RETURNED, claim.ownerNo(), null, reason.strip()),
                    steps.actor(viewer.accountId(), viewer.name()));
            notices.inform(claim.account(), "claims.told.returned", place(claim));
            return new ClaimResult.Done(id);
        });
    }

    /** Writes down an objection that an owner of the home made at the counter. */
    @Transactional
    public ClaimResult objectAtCounter(Viewer viewer, ClaimId id, String reason) {
        return begin(viewer, id, ClaimState.DISPUTED, claim -> {
            if (claim.lastDayToObject() == null || !claim.isUnderObjection(steps.today())) {
                return ClaimResult.refused(Reason.TOO_LATE);
            }
            if (reason.isBlank()) {
                return ClaimResult.refused(Reason.REASON);
            }
            steps.dispute(claim, reason.strip(), steps.actor(viewer.accountId(), viewer.name()));
            return new ClaimResult.Done(id);
        });
    }

    /** The street rules on a dispute. @param upheld whether the claimant is the owner */
    @Transactional
    public ClaimResult rule(Viewer viewer, ClaimId id, boolean upheld, String reason) {
        return begin(viewer, id, upheld ? ClaimState.CONFIRMED : ClaimState.ENDED, claim -> {
            @Nullable Integer owner = claim.ownerNo();
            if (claim.state() != ClaimState.DISPUTED || owner == null) {
                return ClaimResult.refused(Reason.STATE);
            }
            if (reason.isBlank()) {
                return ClaimResult.refused(Reason.REASON);
            }
            Optional<Reason> problem = upheld ? problem(claim, owner) : Optional.empty();
            if (problem.isPresent()) {
                return ClaimResult.refused(problem.get());
            }
            ClaimStore.Actor by = steps.actor(viewer.accountId(), viewer.name());
            if (upheld) {
                steps.uphold(claim, owner, reason.strip(), by);
            } else {
                steps.end(claim, reason.strip(), by);
                events.publishEvent(new ClaimOverruled(id.community(), claim.homeNo(), claim.account()));
            }
            notices.inform(claim.account(), "claims.told.ruled", place(claim));
            return new ClaimResult.Done(id);
        });
    }

    /** Why the claimant cannot be this owner: it does not own the home, or is no human being. */
    private Optional<Reason> problem(Claim claim, int ownerNo) {
        List<HomeRegister.Person> owners = register.find(claim.id().community(), claim.homeNo())
                .map(register::owners)
                .orElse(List.of());
        if (owners.stream().noneMatch(person -> person.number() == ownerNo)) {
            return Optional.of(Reason.OWNER);
        }
        return HomeRegister.isPersonOf(owners, ownerNo) ? Optional.empty() : Optional.of(Reason.ORGANISATION);
    }

    private interface Act {
        ClaimResult on(Claim claim);
    }

    /** Nobody works on a claim of their own. */
    private ClaimResult begin(Viewer viewer, ClaimId id, ClaimState next, Act act) {
        claims.lock(id.community());
        Optional<Claim> claim = claims.find(id, scopes.of(viewer));
        if (claim.isEmpty()) {
            return new ClaimResult.Unknown();
        }
        if (!claim.get().state().mayBecome(next)) {
            return ClaimResult.refused(Reason.STATE);
        }
        if (claim.get().account() == viewer.accountId()) {
            return ClaimResult.refused(Reason.SAME_PERSON);
        }
        return act.on(claim.get());
    }
}

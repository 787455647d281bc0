package org.linli.decisions.proposals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes;
import org.linli.decisions.proposals.ProposalStore.Signature;
import org.linli.decisions.roll.RegisterHeads;
import org.linli.decisions.roll.RegisterHeads.Heads;
import org.linli.decisions.roll.RegisterHeads.Home;
import org.linli.platform.audit.AccessLog;
import org.linli.platform.files.DocumentType;
import org.linli.platform.files.FileStore;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.gate.PublicTexts;
import org.linli.registry.claims.ClaimOverruled;
import org.linli.registry.claims.Claims;
import org.linli.registry.claims.HeldHome;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.assembly.OwnersProposal;
import org.linli.rules.decisions.calendar.Holidays;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.linli.rules.decisions.matters.Setting;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a fifth of the owners propose, the organiser must put to the vote. Owners put a matter forward and sign it on the phone or on
 * paper; each head counts once with its area, by the register of the day of the count. A signature can be taken back until a fifth is reached.
 *
 * <p>Source: as {@link OwnersProposal}. That any owner signs for a head, and that a claim signs from its confirmation on, is our default
 * [D]; what was signed on a claim that is ruled false is taken off.
 */
@Service
public class Proposals {

    /** What a form may hold. */
    public static final int LONGEST = 200;

    static final RulePack PACK = RulePacks.TAIZHOU_2021;

    /** Proposals of one account in one community that are still to be signed: own default [D]. */
    private static final int OPEN_AT_MOST = 3;

    private static final long BYTES_AT_MOST = 20_000_000;

    private final ProposalStore store;
    private final RegisterHeads registers;
    private final Claims claims;
    private final Votes votes;
    private final PublicTexts gate;
    private final FileStore files;
    private final AccessLog log;
    private final BusinessTime time;

    Proposals(
            ProposalStore store,
            RegisterHeads registers,
            Claims claims,
            Votes votes,
            PublicTexts gate,
            FileStore files,
            AccessLog log,
            BusinessTime time) {
        this.store = store;
        this.registers = registers;
        this.claims = claims;
        this.votes = votes;
        this.gate = gate;
        this.files = files;
        this.log = log;
        this.time = time;
    }

    /** Why nothing was recorded; text key {@code proposals.refused.<NAME>}. */
    public enum Problem {
        /** DEC-601: no matter, or a longer one than 200 characters. */
        NO_MATTER,
        /** DEC-602: the gate found something personal in it. */
        PERSONAL_DATA,
        /** DEC-603: the account has no confirmed claim here. */
        NO_CLAIM,
        /** DEC-604: a fifth has signed; nothing is signed or taken back any more. */
        REACHED,
        /** DEC-605: nothing of this account to take back. */
        NOT_SIGNED,
        /** DEC-606: the home has no such owner today. */
        NOT_AN_OWNER,
        /** DEC-607: this head has signed. */
        SIGNED_ALREADY,
        /** DEC-608: no signed paper, or none that can be kept. */
        NO_PAPER,
        /** DEC-609: a fifth has not signed yet. */
        NOT_REACHED,
        /** DEC-610: no such vote, or its notice is not published, or it was before the proposal. */
        NO_VOTE,
        /** DEC-611: somebody has recorded a vote for it. */
        CALLED_ALREADY,
        /** DEC-612: too many proposals of this account wait for signatures. */
        TOO_MANY,
        /** DEC-613: the street took it down. */
        ENDED,
        /** DEC-614: no reason, or a longer one than 200 characters, or something personal in it. */
        NO_REASON,
        /** DEC-615: the days for signing are over. */
        LAPSED
    }

    /** What was signed on paper. @param hash where the file store keeps it */
    public record Paper(String hash, DocumentType type) {}

    /** Proposals of a community, newest first. */
    public List<Proposal> list(CommunityId community, RowScope scope) {
        return store.list(community, scope);
    }

    public Optional<Proposal> find(ProposalId id, RowScope scope) {
        return store.find(id, scope);
    }

    /** Proposals of the communities in which the account may sign. */
    public List<Proposal> ofAccount(long account) {
        return communities(account).stream()
                .flatMap(community -> store.list(community, RowScope.everything()).stream())
                .toList();
    }

    /** Communities in which the account may put a matter forward. */
    public Set<CommunityId> communities(long account) {
        return claims.confirmedHomes(account).stream()
                .map(HeldHome::community)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a signature of this account stands. */
    public boolean hasSigned(ProposalId id, long account) {
        return store.isSignedBy(id, account);
    }

    private List<Signature> ofAccount(ProposalId id, long account) {
        return store.signatures(id).stream()
                .filter(signature -> Objects.equals(signature.account(), account))
                .toList();
    }

    /** Puts a matter forward; whoever does has signed it. */
    @Transactional
    public Optional<Problem> propose(CommunityId community, Proposal.Kind kind, String matter, Viewer owner) {
        store.lock(community);
        String text = matter.strip();
        if (text.isEmpty() || text.length() > LONGEST) {
            return Optional.of(Problem.NO_MATTER);
        }
        if (homes(community, owner.accountId()).isEmpty()) {
            return Optional.of(Problem.NO_CLAIM);
        }
        if (!gate.check(text, store.division(community)).isClean()) {
            return Optional.of(Problem.PERSONAL_DATA);
        }
        if (store.openOf(community, owner.accountId(), firstStillSigned()) >= OPEN_AT_MOST) {
            return Optional.of(Problem.TOO_MANY);
        }
        ProposalId id = store.insert(community, kind, text, time.today(), time.now(), owner.accountId());
        return signHomes(id, owner.accountId());
    }

    private LocalDate firstStillSigned() {
        return time.today().minusDays(PACK.value(Setting.PROPOSAL_DAYS));
    }

    /** Signs for every home of the account here. A second signature of the same account changes nothing. */
    @Transactional
    public Optional<Problem> sign(ProposalId id, Viewer owner) {
        store.lock(id);
        Optional<Problem> over = over(id);
        return over.isPresent() ? over : signHomes(id, owner.accountId());
    }

    /** Why nothing is signed or taken back any more; empty while it is open. */
    private Optional<Problem> over(ProposalId id) {
        Proposal proposal = store.find(id, RowScope.everything()).orElseThrow();
        if (proposal.isOpen()) {
            return Optional.empty();
        }
        return Optional.of(
                proposal.isReached() ? Problem.REACHED : proposal.ended() != null ? Problem.ENDED : Problem.LAPSED);
    }

    private Optional<Problem> signHomes(ProposalId id, long account) {
        List<HeldHome> homes = homes(id.community(), account);
        if (homes.isEmpty()) {
            return Optional.of(Problem.NO_CLAIM);
        }
        Set<Integer> signed =
                ofAccount(id, account).stream().map(Signature::homeNo).collect(Collectors.toCollection(TreeSet::new));
        List<HeldHome> more =
                homes.stream().filter(home -> signed.add(home.homeNo())).toList();
        more.forEach(home -> store.sign(id, home.homeNo(), home.ownerNo(), account, null, time.now(), account));
        if (!more.isEmpty()) {
            count(id);
        }
        return Optional.empty();
    }

    private List<HeldHome> homes(CommunityId community, long account) {
        return claims.confirmedHomes(account).stream()
                .filter(home -> home.community().equals(community))
                .toList();
    }

    /** Takes back what the account signed. */
    @Transactional
    public Optional<Problem> withdraw(ProposalId id, Viewer owner) {
        store.lock(id);
        Optional<Problem> over = over(id);
        if (over.isPresent()) {
            return over;
        }
        List<Signature> own = ofAccount(id, owner.accountId());
        if (own.isEmpty()) {
            return Optional.of(Problem.NOT_SIGNED);
        }
        own.forEach(signature -> store.withdraw(id, signature.number(), "OWN", time.now()));
        count(id);
        return Optional.empty();
    }

    /**
     * Enters a signature given on paper.
     *
     * @param owner which of the owners of the home today, from 1 in the order of the certificate
     * @param sheet PDF, JPEG or PNG of at most 20 MB
     */
    @Transactional
    public Optional<Problem> enter(ProposalId id, int building, String room, int owner, InputStream sheet, Viewer by) {
        store.lock(id);
        Optional<Problem> over = over(id);
        if (over.isPresent()) {
            return over;
        }
        Heads heads = registers.on(id.community(), time.today());
        Optional<Home> home = heads.home(building, room)
                .filter(found -> owner > 0 && owner <= found.owners().size());
        if (home.isEmpty()) {
            return Optional.of(Problem.NOT_AN_OWNER);
        }
        int ownerNo = home.get().owners().get(owner - 1);
        Optional<Integer> head = heads.of(home.get().number(), ownerNo);
        if (head.isEmpty()) {
            return Optional.of(Problem.NOT_AN_OWNER);
        }
        if (signedHeads(id, heads).contains(head.get())) {
            return Optional.of(Problem.SIGNED_ALREADY);
        }
        Optional<Paper> paper = keep(sheet);
        if (paper.isEmpty()) {
            return Optional.of(Problem.NO_PAPER);
        }
        store.sign(id, home.get().number(), ownerNo, null, paper.get(), time.now(), by.accountId());
        count(id);
        return Optional.empty();
    }

    private Optional<Paper> keep(InputStream sheet) {
        try (FileStore.Copy draft = files.draft(sheet)) {
            long bytes = Files.size(draft.path());
            Optional<DocumentType> type =
                    bytes == 0 || bytes > BYTES_AT_MOST ? Optional.empty() : DocumentType.of(draft.path());
            if (type.isEmpty()) {
                return Optional.empty();
            }
            try (InputStream whole = Files.newInputStream(draft.path())) {
                return Optional.of(new Paper(files.put(whole), type.get()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Integer> signedHeads(ProposalId id, Heads heads) {
        Set<Integer> signed = new TreeSet<>();
        store.signatures(id)
                .forEach(signature ->
                        heads.of(signature.homeNo(), signature.ownerNo()).ifPresent(signed::add));
        return signed;
    }

    private void count(ProposalId id) {
        LocalDate today = time.today();
        Heads heads = registers.on(id.community(), today);
        Weight signed = heads.of(signedHeads(id, heads));
        int number = store.count(id, signed, heads.total(), today, time.now());
        if (OwnersProposal.isReached(signed, heads.total(), PACK) && !isReached(id)) {
            store.reach(id, number, today, OwnersProposal.callBy(today, PACK, Holidays.NATIONAL));
        }
    }

    private boolean isReached(ProposalId id) {
        return store.find(id, RowScope.everything()).map(Proposal::isReached).orElse(false);
    }

    /** Takes down what is still to be signed, such as an unlawful text. What a fifth has signed stands. */
    @Transactional
    public Optional<Problem> end(ProposalId id, String reason, Viewer street) {
        store.lock(id);
        Optional<Problem> over = over(id).filter(problem -> problem != Problem.LAPSED);
        if (over.isPresent()) {
            return over;
        }
        String why = reason.strip();
        if (why.isEmpty()
                || why.length() > LONGEST
                || !gate.check(why, store.division(id.community())).isClean()) {
            return Optional.of(Problem.NO_REASON);
        }
        store.end(id, why, time.now(), street.name(), street.accountId());
        return Optional.empty();
    }

    /** Numbers of the signatures on paper. */
    public List<Integer> papers(ProposalId id) {
        return store.papers(id);
    }

    /** A signed sheet, for those who enter them; each look is in the access log. */
    @Transactional
    public Optional<Paper> paper(ProposalId id, int signature, Viewer viewer) {
        Optional<Paper> paper = store.paper(id, signature);
        paper.ifPresent(
                found -> log.record(viewer, "proposal.paper", "proposal", id + "/" + signature, "signed sheet"));
        return paper;
    }

    /** Records the vote that was called for it, which ends the organiser's duty. */
    @Transactional
    public Optional<Problem> call(ProposalId id, int vote, Viewer by) {
        Proposal proposal = store.find(id, RowScope.everything()).orElseThrow();
        if (!proposal.isReached()) {
            return Optional.of(Problem.NOT_REACHED);
        }
        if (callable(proposal).stream().noneMatch(one -> one.id().number() == vote)) {
            return Optional.of(Problem.NO_VOTE);
        }
        return store.call(id, vote, time.now(), by.name(), by.accountId())
                ? Optional.empty()
                : Optional.of(Problem.CALLED_ALREADY);
    }

    /** Votes that may have been called for it: noticed since it was put forward, and not void. */
    public List<Vote> callable(Proposal proposal) {
        List<Vote> found = new ArrayList<>();
        for (VoteId vote : votes.list(proposal.id().community())) {
            votes.find(vote, RowScope.everything())
                    .filter(one -> one.isPublic() && !one.state().isVoid())
                    .filter(one -> one.step(VoteState.NOTICED)
                            .filter(step -> !step.day().isBefore(proposal.proposedOn()))
                            .isPresent())
                    .ifPresent(found::add);
        }
        return found;
    }

    /** What was signed on a claim that the street ruled false does not count. */
    @EventListener
    @Transactional
    public void on(ClaimOverruled ruled) {
        for (Proposal proposal : store.list(ruled.community(), RowScope.everything())) {
            ProposalId id = proposal.id();
            store.lock(id);
            List<Signature> overruled = ofAccount(id, ruled.account()).stream()
                    .filter(signature -> signature.homeNo() == ruled.homeNo())
                    .toList();
            overruled.forEach(signature -> store.withdraw(id, signature.number(), "CLAIM_FALSE", time.now()));
            if (!overruled.isEmpty()) {
                count(id);
            }
        }
    }
}

package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.DecisionItem;
import org.linli.decisions.DecisionKind;
import org.linli.decisions.Initiator;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.VoteTerms;
import org.linli.decisions.VoteWriter;
import org.linli.decisions.Votes.By;
import org.linli.platform.ids.CommunityId;
import org.linli.registry.Outcome;
import org.linli.rules.decisions.matters.RulePack;
import org.linli.rules.decisions.matters.RulePacks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The text of a vote while it is a draft. Each save is a version; nothing is overwritten. */
@Service
public class Drafts {

    private final VoteWriter writer;
    private final VoteLock lock;
    private final DraftStore store;
    private final NominationStore nominations;
    private final DraftTexts texts;
    private final DraftFindings findings;

    Drafts(
            VoteWriter writer,
            VoteLock lock,
            DraftStore store,
            NominationStore nominations,
            DraftTexts texts,
            DraftFindings findings) {
        this.writer = writer;
        this.lock = lock;
        this.store = store;
        this.nominations = nominations;
        this.texts = texts;
        this.findings = findings;
    }

    /**
     * A vote to be called.
     *
     * @param communities where; more than one makes a batch, one vote each
     * @param division division of each community, in the same order
     * @param rehearsal enters no figure and is nobody's business
     */
    public record Call(
            List<CommunityId> communities,
            List<String> division,
            Initiator initiator,
            boolean rehearsal,
            VoteTerms terms,
            List<DecisionItem> items) {
        public Call {
            communities = List.copyOf(communities);
            division = List.copyOf(division);
            items = List.copyOf(items);
        }
    }

    /** Makes the drafts, all or none. Stored carries the first vote's id. */
    @Transactional
    public Outcome call(Call call, By by) {
        List<RulePack> packs = new ArrayList<>();
        for (String division : call.division()) {
            Optional<RulePack> pack =
                    RulePacks.findInForce(division, call.terms().noticeOn());
            if (pack.isEmpty()) {
                return Refusal.of("notice_on", "no-rule-pack");
            }
            packs.add(pack.get());
        }
        Long batch = call.communities().size() > 1
                ? Long.valueOf(store.newBatch(call.terms().title(), by))
                : null;
        List<VoteId> made = new ArrayList<>();
        for (int i = 0; i < packs.size(); i++) {
            made.add(writer.create(
                    new VoteWriter.NewVote(
                            call.communities().get(i), packs.get(i).code(), call.initiator(), call.rehearsal(), batch),
                    call.terms(),
                    ItemForm.numbered(call.items()),
                    by));
        }
        return new Outcome.Stored(made.getFirst().toString());
    }

    /** @param seen the version that the clerk's form was filled from */
    @Transactional
    public Outcome saveTerms(VoteId id, int seen, VoteTerms terms, By by) {
        return change(id, seen, by, terms, items -> items);
    }

    /** Adds a decision, or puts it in the place of the one with its number. */
    @Transactional
    public Outcome saveItem(VoteId id, int seen, DecisionItem item, By by) {
        return change(id, seen, by, null, items -> {
            List<DecisionItem> changed = new ArrayList<>(items);
            if (item.number() <= items.size()) {
                changed.set(item.number() - 1, item);
            } else {
                changed.add(item);
            }
            return changed;
        });
    }

    /** Refused once owners were asked for candidates for it or for a later one, whose numbers would move. */
    @Transactional
    public Outcome removeItem(VoteId id, int seen, int number, By by) {
        if (nominations.lastDecision(id) >= number) {
            return Refusal.of("", "has-nominations");
        }
        return change(
                id,
                seen,
                by,
                null,
                items -> items.stream().filter(item -> item.number() != number).toList());
    }

    @Transactional
    public Outcome addAnnex(VoteId id, int seen, int number, DecisionItem.Paper paper, By by) {
        return annexes(id, seen, number, by, papers -> {
            List<DecisionItem.Paper> more = new ArrayList<>(papers);
            more.add(paper);
            return more;
        });
    }

    /** @param annex its place from 1 */
    @Transactional
    public Outcome removeAnnex(VoteId id, int seen, int number, int annex, By by) {
        return annexes(id, seen, number, by, papers -> {
            List<DecisionItem.Paper> fewer = new ArrayList<>(papers);
            if (annex >= 1 && annex <= fewer.size()) {
                fewer.remove(annex - 1);
            }
            return fewer;
        });
    }

    private Outcome annexes(VoteId id, int seen, int number, By by, UnaryOperator<List<DecisionItem.Paper>> act) {
        return change(
                id,
                seen,
                by,
                null,
                items -> items.stream()
                        .map(item -> item.number() == number
                                ? ItemForm.with(item, number, item.rollNo(), item.options(), act.apply(item.annexes()))
                                : item)
                        .toList());
    }

    /** The candidates of an election become its options, as posted. */
    Outcome saveCandidates(VoteId id, int seen, int number, List<DecisionItem.Option> candidates, By by) {
        return change(
                id,
                seen,
                by,
                null,
                items -> items.stream()
                        .map(item -> item.number() == number
                                ? ItemForm.with(item, number, item.rollNo(), candidates, item.annexes())
                                : item)
                        .toList());
    }

    /** Masks all personal data that the gate finds in the texts. */
    @Transactional
    public Outcome mask(VoteId id, int seen, By by) {
        Vote vote = lock.hold(id);
        String division = vote.division();
        return change(
                id,
                seen,
                by,
                texts.masked(vote.terms(), division),
                items ->
                        items.stream().map(item -> texts.masked(item, division)).toList());
    }

    private Outcome change(
            VoteId id, int seen, By by, @Nullable VoteTerms terms, UnaryOperator<List<DecisionItem>> act) {
        Vote vote = lock.hold(id);
        if (vote.state() != VoteState.DRAFT || vote.terms().version() != seen) {
            return new Outcome.Overtaken();
        }
        VoteTerms next = terms == null ? vote.terms() : terms;
        if (!RulePacks.findInForce(vote.division(), next.noticeOn())
                .map(RulePack::code)
                .equals(Optional.of(vote.rulePack()))) {
            return Refusal.of("notice_on", "other-rule-pack");
        }
        writer.save(
                id,
                VoteWriter.Cause.DRAFT,
                TermsForm.next(next, seen + 1, next.window()),
                ItemForm.numbered(act.apply(vote.items())),
                "",
                by);
        return new Outcome.Stored(id.toString());
    }

    /** Takes the text of this draft over to another draft of the same batch; its candidates are its own. Refused when a question is for some buildings only. */
    @Transactional
    public Outcome copyTo(Vote source, VoteId target, By by) {
        Vote other = lock.hold(target);
        if (other.state() != VoteState.DRAFT) {
            return new Outcome.Overtaken();
        }
        // Buildings of one community mean nothing in another; whoever copies must not widen who votes either.
        if (source.items().stream().anyMatch(item -> !item.buildings().isEmpty())) {
            return Refusal.of("", "buildings-of-one");
        }
        List<DecisionItem> items = source.items().stream()
                .map(item -> item.kind() == DecisionKind.ELECTION
                        ? ItemForm.with(item, item.number(), item.rollNo(), candidatesOf(other, item), item.annexes())
                        : item)
                .toList();
        writer.save(
                target,
                VoteWriter.Cause.DRAFT,
                TermsForm.next(
                        source.terms(),
                        other.terms().version() + 1,
                        source.terms().window()),
                items,
                "",
                by);
        return new Outcome.Stored(target.toString());
    }

    private static List<DecisionItem.Option> candidatesOf(Vote vote, DecisionItem like) {
        return vote.items().stream()
                .filter(item -> item.number() == like.number() && item.kind() == like.kind())
                .findFirst()
                .map(DecisionItem::options)
                .orElse(List.of());
    }

    /** What stands against the draft today. */
    public List<DraftCheck.Finding> check(Vote vote) {
        return findings.of(vote);
    }

    /** Every version, newest first. */
    public List<Version> versions(VoteId id) {
        return store.versions(id);
    }

    public List<Review> reviews(VoteId id) {
        return store.reviews(id);
    }

    /** The order that voided it. */
    public Optional<VoteOrder> order(VoteId id) {
        return store.order(id);
    }

    /** Whether the version that holds was read and accepted. */
    public boolean isAccepted(Vote vote) {
        return store.reviews(vote.id()).stream()
                .anyMatch(review ->
                        review.accepted() && review.version() == vote.terms().version());
    }

    public VoteDays days(Vote vote) {
        return new VoteDays(
                vote.state(),
                vote.steps().getLast().day(),
                isAccepted(vote),
                vote.terms().noticeOn(),
                vote.terms().window(),
                vote.decidedOn().orElse(null),
                vote.items().stream().anyMatch(item -> item.matter().isFiled()),
                vote.pack());
    }

    /** The days a new draft begins with: time to read it, the least notice, and a fortnight to vote. */
    public static LocalDate proposedNotice(LocalDate today) {
        LocalDate notice = today.plusDays(1);
        while (VoteDays.lastSubmission(notice).isBefore(today)) {
            notice = notice.plusDays(1);
        }
        return notice;
    }
}

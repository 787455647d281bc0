package org.linli.decisions.casting;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.casting.CastRequest.Channel;
import org.linli.decisions.casting.CastResult.Receipt;
import org.linli.decisions.casting.CastResult.Refusal;
import org.linli.decisions.roll.FrozenRoll;
import org.linli.decisions.roll.KnownVoters;
import org.linli.ledger.BallotOpening;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.PreparedBallot;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Service;

/** Casting, and what may be known of cast ballots before the count: that they are there, never what they say. */
@Service
public class Ballots {

    private final OpenVotes votes;
    private final Preparations preparations;
    private final GroupCommit commits;
    private final BallotStore store;
    private final Box box;
    private final List<PaperCheck> papers;
    private final KnownVoters voters;
    private final Records records;

    Ballots(
            OpenVotes votes,
            Preparations preparations,
            GroupCommit commits,
            BallotStore store,
            Box box,
            List<PaperCheck> papers,
            KnownVoters voters,
            Records records) {
        this.votes = votes;
        this.preparations = preparations;
        this.commits = commits;
        this.store = store;
        this.box = box;
        this.papers = papers;
        this.voters = voters;
        this.records = records;
    }

    /**
     * Casts a ballot and answers when it is durable. The same ballot again, from anywhere, gets the same receipt.
     *
     * @throws NotStored if it is not known to be stored; trying again is safe
     */
    public CastResult cast(CastRequest request) {
        return cast(request, null);
    }

    /**
     * As above, for a voter whose standing was learned before.
     *
     * @param asOf the word of {@link KnownVoters}: refused as {@link Refusal#STANDING_UNKNOWN} if it is outdated
     */
    public CastResult cast(CastRequest request, @Nullable String asOf) {
        CastResult result = castOnce(request, asOf, votes.known(request.vote()));
        if (result instanceof CastResult.Refused(Refusal refusal) && refusal == Refusal.NOT_ON_ROLL) {
            // The roll or the terms were renewed since this node read them: once more, as they are now.
            votes.forget(request.vote());
            return castOnce(request, asOf, votes.find(request.vote()));
        }
        return result;
    }

    private CastResult castOnce(CastRequest request, @Nullable String asOf, Optional<OpenVote> found) {
        if (found.isEmpty()) {
            return new CastResult.Refused(Refusal.NOT_OPEN);
        }
        OpenVote open = found.get();
        Optional<FrozenRoll.Entry> entry = open.roll().find(request.entry());
        if (entry.isEmpty()) {
            return new CastResult.Refused(Refusal.NOT_ON_ROLL);
        }
        if (!AnswerCheck.fits(
                open.vote(), open.asked(entry.get()), request.answers(), request.channel() == Channel.PAPER)) {
            return new CastResult.Refused(Refusal.ANSWERS_DO_NOT_FIT);
        }
        // Nearly always the first attempt; a later one is prepared under the lock, which an annulment makes rare.
        PreparedBallot first = preparations.get(open, request.entry(), 1);
        CastJob job = new CastJob(
                request,
                open,
                attempt -> open.seal(
                        attempt == 1 ? first : preparations.get(open, request.entry(), attempt),
                        request.answers(),
                        request.serial()),
                box,
                papers,
                new CastJob.Learned(
                        asOf, words -> voters.outdated(request.vote().community(), words)));
        return commits.write(job);
    }

    /** The vote as it was when last asked for; the box asks again. Empty while no roll is frozen. */
    public Optional<Vote> known(VoteId vote) {
        return votes.known(vote).map(OpenVote::vote);
    }

    /** Begins to prepare an entry's ballot while its owner reads. */
    public void prepare(VoteId vote, String entry) {
        votes.find(vote).ifPresent(open -> preparations.begin(open, entry, nextAttempt(vote, entry)));
    }

    private int nextAttempt(VoteId vote, String entry) {
        return store.ofEntries(vote, List.of(entry)).size() + 1;
    }

    /**
     * What is known of a cast ballot.
     *
     * @param device keyed hash of the device, null when there is none
     * @param annulled whether a ruling annulled it
     */
    public record Line(
            String entry,
            int attempt,
            long leafNo,
            Channel channel,
            @Nullable Integer homeNo,
            @Nullable Integer ownerNo,
            @Nullable Long account,
            byte @Nullable [] device,
            @Nullable Integer session,
            Instant receivedAt,
            boolean annulled) {}

    /** Each entry's last ballot, annulled ones too, by entry. */
    public Map<String, Line> cast(VoteId vote) {
        Map<String, Line> lines = new LinkedHashMap<>();
        listAfter(vote, -1).forEach(line -> lines.merge(line.entry, line, Ballots::later));
        return lines;
    }

    private static Line later(Line one, Line other) {
        return one.attempt > other.attempt ? one : other;
    }

    /** Every attempt behind a place in the record, in the record's order. @param leafNo −1 from the beginning */
    public List<Line> listAfter(VoteId vote, long leafNo) {
        return store.after(vote, leafNo).stream().map(Ballots::line).toList();
    }

    /** The ballot that stands for an entry; empty when there is none, or the last one was annulled. */
    public Optional<Line> standing(VoteId vote, String entry) {
        List<BallotStore.Row> rows = store.ofEntries(vote, List.of(entry));
        return rows.isEmpty() || rows.getLast().annulled() ? Optional.empty() : Optional.of(line(rows.getLast()));
    }

    private static Line line(BallotStore.Row row) {
        return new Line(
                row.entry(),
                row.attempt(),
                row.leafNo(),
                row.channel(),
                row.homeNo(),
                row.ownerNo(),
                row.account(),
                row.device(),
                row.session(),
                row.receivedAt(),
                row.annulled());
    }

    /** The receipt of an attempt; empty when nothing was cast. */
    public Optional<Receipt> receipt(VoteId vote, String entry, int attempt) {
        return store.find(vote, entry, attempt)
                .flatMap(row -> votes.find(vote).map(open -> open.receipt(row.leafNo(), null)));
    }

    /**
     * An owner's own ballot, opened for the owner alone: the caller has checked that the entry is the reader's. The leaf is opened by
     * itself, so that a choice sealed there other than the one stored here shows.
     */
    public Optional<OwnBallot> own(VoteId vote, String entry, int attempt) {
        return store.find(vote, entry, attempt).flatMap(row -> votes.find(vote).map(open -> own(open, row)));
    }

    private OwnBallot own(OpenVote open, BallotStore.Row row) {
        SortedMap<Integer, Answer> answers =
                open.choices().open(OpenVote.spot(open.vote(), row.entry(), row.attempt()), row.sealed());
        Leaf leaf = records.leaf(GroupCommit.record(open.vote().id()), row.leafNo())
                .map(stored -> Leaves.decode(Records.SUITE, stored.content()))
                .orElseThrow();
        if (!(leaf instanceof Leaf.Ballot ballot)) {
            throw new IllegalStateException("no ballot at leaf " + row.leafNo() + " of vote "
                    + open.vote().id());
        }
        EntryId entry = EntryId.parse(row.entry());
        List<BallotOpening> stored = BallotOpening.of(open.sealer(), entry, row.attempt(), open.marks(answers));
        List<BallotOpening> found = BallotOpening.read(open.sealer(), ballot).orElse(List.of());
        boolean isTheirs = ballot.entry().equals(entry) && ballot.attempt() == row.attempt();
        return new OwnBallot(answers, ballot, found, isTheirs && found.equals(stored));
    }

    /** What became of the ballot at a place of the record, without anything of whose it is; empty where no ballot stands. */
    public Optional<BallotStanding> standingAt(Vote vote, long leafNo) {
        return store.at(vote.id(), leafNo).map(row -> {
            if (row.annulled()) {
                return BallotStanding.ANNULLED;
            }
            if (vote.step(VoteState.PRELIMINARY).isPresent()) {
                return BallotStanding.COUNTED;
            }
            return vote.state().isVoid() ? BallotStanding.NEVER_COUNTED : BallotStanding.WAITS;
        });
    }
}

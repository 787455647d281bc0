package org.linli.decisions.casting;

import java.util.ArrayList;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Bytes;
import org.linli.ledger.EntryId;
import org.linli.ledger.LeafFile;
import org.linli.ledger.Openings;
import org.linli.ledger.PublicRoll;
import org.linli.ledger.RollSeal;
import org.linli.ledger.SignedHead;
import org.linli.ledger.VoteKey;
import org.linli.ledger.bundle.Heads;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Service;

/** What anybody needs to count a closed vote again: rolls as commitments, the record, its heads, and what the count opens. */
@Service
public class PublicRecord {

    private final OpenVotes votes;
    private final BallotBox box;
    private final RecordOpener opener;
    private final Records records;
    private final Box state;

    PublicRecord(OpenVotes votes, BallotBox box, RecordOpener opener, Records records, Box state) {
        this.votes = votes;
        this.box = box;
        this.opener = opener;
        this.records = records;
        this.state = state;
    }

    /**
     * The public parts of a vote's record, as of its last head.
     *
     * @param deadlineMicros the deadline in force, microseconds since 1970-01-01T00:00Z
     * @param extension number of the last extension, 0 when there was none
     */
    public record Parts(
            BallotPaper paper,
            long deadlineMicros,
            int extension,
            List<PublicRoll> rolls,
            LeafFile leaves,
            Heads heads,
            Openings openings) {
        public Parts {
            rolls = List.copyOf(rolls);
        }
    }

    /** How many leaves the record has. */
    public long size(Vote vote) {
        return records.size(GroupCommit.record(vote.id()));
    }

    /** @throws IllegalStateException while the record is open */
    public Parts of(Vote vote) {
        OpenVote open = votes.find(vote.id()).orElseThrow();
        List<Openings.Counted> counted = box.counted(vote.id()).stream()
                .map(ballot -> new Openings.Counted(
                        EntryId.parse(ballot.entry()), ballot.attempt(), open.marks(ballot.answers())))
                .toList();
        RecordId record = GroupCommit.record(vote.id());
        Heads heads = heads(vote, record);
        return new Parts(
                opener.paper(vote).orElseThrow(),
                BallotPapers.micros(vote.terms().deadline()),
                state.now(vote.id()).orElseThrow().extensions(),
                open.seals().stream().map(RollSeal::publicRoll).toList(),
                LeafFile.of(
                        Records.SUITE,
                        VoteKey.parse(vote.key()),
                        records.leaves(record, heads.heads().getLast().size()).stream()
                                .map(Records.Stored::content)
                                .toList()),
                heads,
                Openings.of(open.sealer(), counted));
    }

    private Heads heads(Vote vote, RecordId record) {
        List<SignedHead> heads = new ArrayList<>(records.publicHeads(record, vote.key()));
        SignedHead last = records.lastHead(record, vote.key()).orElseThrow();
        if (heads.isEmpty() || heads.getLast().size() < last.size()) {
            heads.add(last);
        }
        return new Heads(Records.SUITE, VoteKey.parse(vote.key()), Bytes.parse(records.sealKey()), heads);
    }
}

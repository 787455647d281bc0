package org.linli.decisions.witness;

import java.util.List;
import org.linli.decisions.Vote;
import org.linli.ledger.Bytes;
import org.linli.ledger.SignedHead;
import org.linli.ledger.VoteKey;
import org.linli.ledger.bundle.Heads;
import org.linli.publishing.ledger.RecordId;
import org.linli.publishing.ledger.Records;
import org.springframework.stereotype.Component;

/** The public heads of a vote in the form that witnesses keep and {@code ./linli verify --heads} takes. */
@Component
public class SeenHeads {

    private final Records records;

    SeenHeads(Records records) {
        this.records = records;
    }

    /** Every head that was made public, oldest first. */
    public Heads of(Vote vote) {
        RecordId id = new RecordId(vote.id().community().value(), vote.id().number());
        return with(vote, records.publicHeads(id, vote.key()));
    }

    /** The same file with one head only. */
    Heads with(Vote vote, List<SignedHead> heads) {
        return new Heads(Records.SUITE, VoteKey.parse(vote.key()), Bytes.parse(records.sealKey()), heads);
    }
}

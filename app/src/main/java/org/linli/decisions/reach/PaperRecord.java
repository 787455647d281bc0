package org.linli.decisions.reach;

import java.util.HexFormat;
import org.linli.decisions.Vote;
import org.linli.decisions.casting.RecordWriter;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Serial;
import org.linli.ledger.VoteKey;
import org.linli.publishing.ledger.NewLeaf;
import org.springframework.stereotype.Component;

/**
 * Writes what happens to paper into the vote's record, durably, with the row that says more. Serials and entries are 32 hexadecimal
 * digits; the check is asked under the record's lock, and what it throws is thrown here with nothing stored.
 */
@Component
public class PaperRecord {

    private final RecordWriter writer;

    PaperRecord(RecordWriter writer) {
        this.writer = writer;
    }

    public void issued(Vote vote, String serial, String entry, Runnable check, Runnable row) {
        Leaf leaf = new Leaf.PaperIssued(key(vote), serial(serial), EntryId.of(bytes(entry)));
        writer.append(vote, new NewLeaf("PAPER_ISSUED", Leaves.encode(leaf)), check, place -> row.run());
    }

    public void returned(Vote vote, String serial, Runnable check, Runnable row) {
        Leaf leaf = new Leaf.PaperReturned(key(vote), serial(serial));
        writer.append(vote, new NewLeaf("PAPER_RETURNED", Leaves.encode(leaf)), check, place -> row.run());
    }

    public void voided(Vote vote, String serial, Leaf.VoidReason reason, Runnable check, Runnable row) {
        Leaf leaf = new Leaf.PaperVoided(key(vote), serial(serial), reason);
        writer.append(vote, new NewLeaf("PAPER_VOIDED", Leaves.encode(leaf)), check, place -> row.run());
    }

    private static VoteKey key(Vote vote) {
        return VoteKey.parse(vote.key());
    }

    private static Serial serial(String hex) {
        return Serial.of(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

package org.linli.decisions.reach;

import java.util.HexFormat;
import org.linli.decisions.Vote;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.Serial;
import org.linli.ledger.VoteKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes what happens to paper into the vote's record. Serials and entries are 32 hexadecimal digits. */
@Component
public class PaperRecord {

    private final ObjectProvider<RecordAppender> record;

    PaperRecord(ObjectProvider<RecordAppender> record) {
        this.record = record;
    }

    public void issued(Vote vote, String serial, String entry, Runnable rows) {
        append(vote, new Leaf.PaperIssued(key(vote), serial(serial), EntryId.of(bytes(entry))), rows);
    }

    public void returned(Vote vote, String serial, Runnable rows) {
        append(vote, new Leaf.PaperReturned(key(vote), serial(serial)), rows);
    }

    public void voided(Vote vote, String serial, Leaf.VoidReason reason, Runnable rows) {
        append(vote, new Leaf.PaperVoided(key(vote), serial(serial), reason), rows);
    }

    private void append(Vote vote, Leaf leaf, Runnable rows) {
        record.getObject().append(vote.id(), Leaves.encode(leaf), rows);
    }

    private static VoteKey key(Vote vote) {
        return VoteKey.of(bytes(vote.key()));
    }

    private static Serial serial(String hex) {
        return Serial.of(bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}

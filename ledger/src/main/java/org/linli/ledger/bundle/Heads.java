package org.linli.ledger.bundle;

import java.util.List;
import org.linli.ledger.Bytes;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;

/**
 * Signed heads of one vote, as a bundle carries them and as a witness kept them.
 *
 * @param publicKey the seal key (see {@link org.linli.ledger.HeadVerifier#of})
 * @param heads in the order of signing; unmodifiable
 */
public record Heads(Suite suite, VoteKey voteKey, Bytes publicKey, List<SignedHead> heads) {
    public Heads {
        heads = List.copyOf(heads);
    }

    /** @throws org.linli.ledger.MalformedException if it is no such file */
    public static Heads read(byte[] json) {
        return BundleFormat.heads(JsonReader.read(json).asObject());
    }

    /** What people compare of the seal key: its hash, 64 digits. */
    public String fingerprint() {
        return suite.hash(publicKey.bytes()).toString();
    }

    public byte[] bytes() {
        return JsonWriter.write(BundleFormat.json(this));
    }
}

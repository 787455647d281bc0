package org.linli.publishing.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.ledger.Digest;
import org.linli.ledger.Frontier;
import org.linli.ledger.HeadSigner;
import org.linli.ledger.HeadVerifier;
import org.linli.ledger.MerkleProofs;
import org.linli.ledger.SignedHead;
import org.linli.ledger.Suite;
import org.linli.ledger.VoteKey;
import org.linli.platform.keys.SealKey;
import org.linli.platform.time.BusinessTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Append-only records. A transaction takes hold of a record, appends, and commits leaves and one signed head together: nobody
 * ever sees a leaf that no head contains.
 */
@Service
public class Records {

    /** The algorithms of every record of this installation. */
    public static final Suite SUITE = Suite.P256_SHA256_ED25519;

    private final RecordStore store;
    private final HeadSigner signer;
    private final SealKey seal;
    private final BusinessTime time;
    private final Map<RecordId, Frontier> known = new ConcurrentHashMap<>();

    Records(RecordStore store, SealKey seal, BusinessTime time) {
        this.store = store;
        this.seal = seal;
        this.signer = HeadSigner.ed25519(seal.privateKey());
        this.time = time;
    }

    /** The seal's public key: 32 bytes of Ed25519, hexadecimal. */
    public String sealKey() {
        return HeadVerifier.publish(seal.publicKey()).toString();
    }

    /** What people compare of it: its hash, as verifiers print it. */
    public String sealFingerprint() {
        return SUITE.hash(HeadVerifier.publish(seal.publicKey()).bytes()).toString();
    }

    /**
     * Takes hold of a record until the transaction ends; others wait. Whoever takes several takes them in their order.
     *
     * @param key the record's public name, 32 hexadecimal digits
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Growth hold(RecordId id, String key) {
        store.lock(id);
        long size = store.size(id);
        Frontier frontier = known.get(id);
        if (frontier == null || frontier.size() != size) {
            frontier = rebuilt(id, size);
        }
        return new Growth(id, VoteKey.parse(key), SUITE, frontier);
    }

    private Frontier rebuilt(RecordId id, long size) {
        Frontier frontier = Frontier.empty(SUITE);
        for (Digest leaf : store.leafHashes(id, size)) {
            frontier = frontier.append(leaf);
        }
        return frontier;
    }

    /** Stores what was appended and a signed head of each record that grew. @return the new heads by record */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<RecordId, SignedHead> commit(Collection<Growth> growths) {
        List<Growth> grown = growths.stream().filter(Growth::isGrown).toList();
        Map<RecordId, SignedHead> heads = new HashMap<>();
        for (Growth growth : grown) {
            Frontier frontier = growth.frontier();
            heads.put(growth.id(), signer.sign(growth.key(), frontier.size(), frontier.root(), micros(time.now())));
        }
        store.insert(grown, heads);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                grown.forEach(growth -> known.put(growth.id(), growth.frontier()));
            }
        });
        return heads;
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The smallest head that contains a place; empty when the record does not reach it. */
    public Optional<SignedHead> headWith(RecordId id, String key, long place) {
        return store.headWith(id, VoteKey.parse(key), place);
    }

    /** The smallest public head that contains a place; empty while none does. */
    public Optional<SignedHead> publicHeadWith(RecordId id, String key, long place) {
        return store.publicHeadWith(id, VoteKey.parse(key), place);
    }

    /** The latest public head; empty while there is none. */
    public Optional<SignedHead> lastPublicHead(RecordId id, String key) {
        return store.lastPublicHead(id, VoteKey.parse(key));
    }

    /** How many leaves of each kind a record holds. */
    public Map<String, Integer> kinds(RecordId id) {
        return store.kinds(id);
    }

    /** The latest head; empty for a record of nothing. */
    public Optional<SignedHead> lastHead(RecordId id, String key) {
        long size = store.size(id);
        return size == 0 ? Optional.empty() : headWith(id, key, size - 1);
    }

    /** The heads made public, oldest first. */
    public List<SignedHead> publicHeads(RecordId id, String key) {
        return store.publicHeads(id, VoteKey.parse(key));
    }

    /** Makes the latest head public, unless it is. */
    @Transactional
    public void publishHead(RecordId id) {
        store.publish(id, store.size(id), time.now());
    }

    /** Makes the last head signed until an instant public, unless it is; nothing happens when there is none. */
    @Transactional
    public void publishHead(RecordId id, Instant until) {
        store.publish(id, store.size(id, until), time.now());
    }

    public long size(RecordId id) {
        return store.size(id);
    }

    /** A leaf as stored. @param kind as its owner named it */
    public record Stored(long place, String kind, byte[] content) {}

    /** The leaves before a place, in their order. */
    public List<Stored> leaves(RecordId id, long before) {
        return store.leaves(id, before);
    }

    public Optional<Stored> leaf(RecordId id, long place) {
        return store.leaf(id, place);
    }

    /** That a leaf stands at a place of the tree of a size. @throws IllegalArgumentException if there is no such leaf */
    public List<Digest> inclusion(RecordId id, long place, long size) {
        List<Digest> hashes = store.leafHashes(id, size);
        return MerkleProofs.inclusion(SUITE, place, hashes.size(), n -> hashes.get(Math.toIntExact(n)));
    }

    /** That the tree of a size begins with the older one. @throws IllegalArgumentException unless 0 < older ≤ size ≤ the record */
    public List<Digest> consistency(RecordId id, long older, long size) {
        List<Digest> hashes = store.leafHashes(id, size);
        if (hashes.size() != size) {
            throw new IllegalArgumentException("the record has no tree of " + size);
        }
        return MerkleProofs.consistency(SUITE, older, size, n -> hashes.get(Math.toIntExact(n)));
    }
}

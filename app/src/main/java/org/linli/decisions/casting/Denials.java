package org.linli.decisions.casting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.ledger.Digest;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.VoteKey;
import org.linli.platform.files.DocumentType;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.NewLeaf;
import org.linli.registry.claims.Claims;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "It was not me 不是我": an owner contests a ballot that was cast for the own home. Until a ruling the ballot is contested; a
 * ruling may annul it, and then the owner votes anew while the window is open. Nobody replaces a ballot at will. Once the result is
 * final no ballot is denied or annulled: then only a revocation or a court can help.
 *
 * <p>Source: domain reference a.10, C6 [D]; Civil Code art. 280 ¶2 and State Council regulation art. 19 (revocation) [V].
 */
@Service
public class Denials {

    /** Working days in which the street rules. Source: own default [D]. */
    private static final int RULING_DAYS = 5;

    private static final Set<VoteState> CONTESTABLE =
            EnumSet.of(VoteState.OPEN, VoteState.CLOSED, VoteState.PRELIMINARY, VoteState.OBJECTION);

    private final DenialStore store;
    private final RecordWriter writer;
    private final Box box;
    private final Claims claims;
    private final BusinessTime time;

    Denials(DenialStore store, RecordWriter writer, Box box, Claims claims, BusinessTime time) {
        this.store = store;
        this.writer = writer;
        this.box = box;
        this.claims = claims;
        this.time = time;
    }

    /** What is denied. */
    public enum Kind {
        /** Whoever cast it was not the owner. */
        NOT_ME,
        /** A joint owner does not stand for it; said before the close (domain C6, {@link JointObjections}). */
        CO_OWNER
    }

    /** Where it was said. */
    public enum Place {
        ONLINE,
        /** Signed at the counter, before a clerk: the only way against a ballot of one's own signed-in account. */
        COUNTER,
        /** Nobody's word: the street ruled that the claim on which the ballot was cast was false. */
        CLAIM
    }

    /** What was signed at the counter. @param ownerNo whose signature it is @param hash where the file store keeps it */
    public record Signed(int ownerNo, String hash, DocumentType type) {}

    /** A stored paper. */
    public record Paper(String hash, DocumentType type) {}

    /**
     * @param text what the owner says; only for those who rule
     * @param by masked name of the owner, or who took it at the counter
     * @param paper what was signed at the counter, null for anything else
     * @param ruling null while it waits
     */
    public record Denial(
            VoteId vote,
            int number,
            String entry,
            int attempt,
            Kind kind,
            Place place,
            String text,
            String by,
            Instant at,
            @Nullable Paper paper,
            @Nullable Ruling ruling) {

        public boolean isOpen() {
            return ruling == null;
        }

        /** The day by which it is to be ruled on. */
        public LocalDate dueOn() {
            return Denials.dueOn(LocalDate.ofInstant(at, BusinessTime.ZONE));
        }
    }

    /** The last day for a ruling on what was denied on a day. */
    static LocalDate dueOn(LocalDate deniedOn) {
        LocalDate day = deniedOn;
        for (int left = RULING_DAYS; left > 0; left--) {
            day = Holidays.NATIONAL.workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** @param annulled whether the ballot no longer counts @param undecided whether the result became final before anybody ruled */
    public record Ruling(boolean annulled, boolean undecided, String reason, String by, Instant at) {}

    /** Denials of a vote, oldest first. */
    public List<Denial> list(VoteId vote, RowScope scope) {
        return store.list(vote, scope);
    }

    public Optional<Denial> find(VoteId vote, int number, RowScope scope) {
        return store.find(vote, number, scope);
    }

    /** Whether a ballot of the vote may still be denied, and a denial ruled on. */
    public static boolean areOpen(Vote vote) {
        return CONTESTABLE.contains(vote.state());
    }

    /**
     * Entries whose standing ballot is contested and on which nobody decided: it was denied, or somebody objected to the claim on which
     * it was cast.
     */
    public Set<String> contestedEntries(VoteId vote) {
        Set<String> contested = store.deniedEntries(vote);
        contested.addAll(castOn(vote, claims.objectedTo(vote.community())));
        return contested;
    }

    /** Entries whose standing ballot was cast by one of these claims: on the phone, or by the proxy that it gave on the phone. */
    Set<String> castOn(VoteId vote, List<Claims.ClaimedHome> claimed) {
        return claimed.isEmpty() ? Set.of() : store.castOn(vote, claimed);
    }

    /**
     * Stores a denial; the same account's second denial of the same attempt changes nothing.
     *
     * @param account the denier's account
     * @throws TooLate once the result is final, and for a co-owner once the vote is over
     */
    @Transactional
    public int deny(VoteId vote, String entry, int attempt, Kind kind, String text, long account, String name) {
        Box.Now now = box.now(vote).orElseThrow();
        if (kind == Kind.CO_OWNER && !now.isOpenAt(time.now())) {
            throw new TooLate(kind);
        }
        return insert(vote, entry, attempt, kind, Place.ONLINE, text, account, name, null);
    }

    /**
     * A denial made at the counter, or opened by a ruling on a claim.
     *
     * @param account who took it, null when nobody did
     * @throws TooLate once the result is final
     */
    @Transactional
    int insert(
            VoteId vote,
            String entry,
            int attempt,
            Kind kind,
            Place place,
            String text,
            @Nullable Long account,
            String name,
            @Nullable Signed signed) {
        store.hold(vote); // so that nobody finishes the vote meanwhile
        refuseLate(vote, kind);
        return store.insert(
                new DenialStore.NewDenial(vote, entry, attempt, kind, place, text, account, name, time.now(), signed));
    }

    private void refuseLate(VoteId vote, Kind kind) {
        if (!CONTESTABLE.contains(box.now(vote).orElseThrow().state())) {
            throw new TooLate(kind);
        }
    }

    /**
     * Rules on a denial, once. An annulment is a leaf of the record.
     *
     * @param account who rules, null for the close of the vote
     * @throws AlreadyRuled if somebody has ruled on it
     * @throws TooLate once the result is final
     */
    public void rule(Vote vote, Denial denial, boolean annul, String reason, String by, @Nullable Long account) {
        refuseLate(vote.id(), denial.kind);
        if (annul) {
            Leaf annulment = new Leaf.Annulment(
                    VoteKey.parse(vote.key()), EntryId.parse(denial.entry), denial.attempt, digest(denial, reason));
            writer.append(
                    vote, new NewLeaf("ANNULMENT", Leaves.encode(annulment)), () -> refuseTwice(denial), place -> {
                        store(denial, new Ruling(true, false, reason, by, time.now()), account);
                        store.insertAnnulment(denial, place, time.now());
                    });
        } else {
            store(denial, new Ruling(false, false, reason, by, time.now()), account);
        }
    }

    /** The leaf binds the ruling without telling it: digest of entry, attempt and reason. */
    private static Digest digest(Denial denial, String reason) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return Digest.of(
                    sha.digest((denial.entry + "/" + denial.attempt + "\n" + reason).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void refuseTwice(Denial denial) {
        refuseLate(denial.vote, denial.kind);
        if (store.isAnnulled(denial)) {
            throw new AlreadyRuled();
        }
    }

    private void store(Denial denial, Ruling ruling, @Nullable Long account) {
        if (!store.insertRuling(denial, ruling, account)) {
            throw new AlreadyRuled();
        }
    }

    /** Somebody has ruled on it already. */
    public static final class AlreadyRuled extends RuntimeException {}

    /** The result is final; or a co-owner objects after the close. */
    public static final class TooLate extends RuntimeException {
        TooLate(Kind kind) {
            super("too late for a denial of kind " + kind);
        }
    }
}

package org.linli.decisions.casting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.ledger.Digest;
import org.linli.ledger.EntryId;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.VoteKey;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.publishing.ledger.NewLeaf;
import org.linli.rules.decisions.calendar.Holidays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * "It was not me 不是我": an owner contests a ballot that was cast for the own home. Until a ruling the ballot is contested; a
 * ruling may annul it, and then the owner votes anew while the window is open. Nobody replaces a ballot at will.
 */
@Service
public class Denials {

    /** Working days in which the street rules. Source: own default [D]. */
    private static final int RULING_DAYS = 5;

    private static final HexFormat HEX = HexFormat.of();
    private static final String SELECT = """
            select d.denial_no, encode(d.entry_id, 'hex') entry, d.attempt, d.kind, d.place, d.text, d.by_name, d.at,
                   r.annulled, r.reason, r.by_name ruled_by, r.at ruled_at
            from linli.ballot_denial d
            left join linli.ballot_ruling r using (community_id, vote_no, denial_no)
            where d.community_id = :community and d.vote_no = :vote
              and exists (select 1 from linli.community_place c where c.community_id = d.community_id and %s)
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;
    private final RecordWriter writer;
    private final PersonalData personal;
    private final BusinessTime time;

    Denials(JdbcClient jdbc, RecordWriter writer, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.writer = writer;
        this.personal = personal;
        this.time = time;
    }

    /** What is denied. */
    public enum Kind {
        /** Whoever cast it was not the owner. */
        NOT_ME,
        /** A joint owner does not stand for it (domain C6). */
        CO_OWNER
    }

    /** Where it was said. */
    public enum Place {
        ONLINE,
        /** Signed at the counter, before a clerk: the only way against a ballot of one's own signed-in account. */
        COUNTER
    }

    /**
     * @param text what the owner says; only for those who rule
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

    /** @param annulled whether the ballot no longer counts */
    public record Ruling(boolean annulled, String reason, String by, Instant at) {}

    /** Denials of a vote, oldest first. */
    public List<Denial> list(VoteId vote, RowScope scope) {
        return jdbc.sql(SELECT + " order by d.denial_no")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .params(scope.parameters())
                .query((row, n) -> denial(vote, row))
                .list();
    }

    public Optional<Denial> find(VoteId vote, int number, RowScope scope) {
        return jdbc.sql(SELECT + " and d.denial_no = :number")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("number", number)
                .params(scope.parameters())
                .query((row, n) -> denial(vote, row))
                .optional();
    }

    private Denial denial(VoteId vote, ResultSet row) throws SQLException {
        return new Denial(
                vote,
                row.getInt("denial_no"),
                row.getString("entry"),
                row.getInt("attempt"),
                Kind.valueOf(row.getString("kind")),
                Place.valueOf(row.getString("place")),
                personal.decrypt(row.getBytes("text")),
                row.getString("by_name"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("annulled", Boolean.class) == null
                        ? null
                        : new Ruling(
                                row.getBoolean("annulled"),
                                row.getString("reason"),
                                row.getString("ruled_by"),
                                row.getObject("ruled_at", OffsetDateTime.class).toInstant()));
    }

    /** Entries whose standing ballot is contested and not ruled on. */
    public Set<String> contestedEntries(VoteId vote) {
        return new TreeSet<>(jdbc.sql("""
                select distinct encode(d.entry_id, 'hex') from linli.ballot_denial d
                where d.community_id = :community and d.vote_no = :vote
                  and not exists (select 1 from linli.ballot_ruling r
                                   where r.community_id = d.community_id and r.vote_no = d.vote_no and r.denial_no = d.denial_no)
                  and not exists (select 1 from linli.ballot_annulment a
                                   where a.community_id = d.community_id and a.vote_no = d.vote_no
                                     and a.entry_id = d.entry_id and a.attempt = d.attempt)
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query(String.class)
                .list());
    }

    /**
     * Stores a denial; the same account's second denial of the same attempt changes nothing.
     *
     * @param account the denier's account, or null at the counter for somebody without one
     */
    @Transactional
    public int deny(
            VoteId vote,
            String entry,
            int attempt,
            Kind kind,
            Place place,
            String text,
            @Nullable Long account,
            String name) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 1))")
                .param("name", "denial/" + vote)
                .query((row, n) -> n)
                .list();
        Optional<Integer> before = jdbc.sql("""
                select denial_no from linli.ballot_denial
                where community_id = :community and vote_no = :vote and entry_id = :entry and attempt = :attempt
                  and by_account = :account and place = :place
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("entry", HEX.parseHex(entry))
                .param("attempt", attempt)
                .param("account", account, java.sql.Types.BIGINT)
                .param("place", place.name())
                .query(Integer.class)
                .optional();
        return before.orElseGet(() -> jdbc.sql("""
                insert into linli.ballot_denial
                    (community_id, vote_no, denial_no, entry_id, attempt, kind, place, text, by_account, by_name, at)
                select :community, :vote, coalesce(max(denial_no), 0) + 1, :entry, :attempt, :kind, :place, :text, :account, :name, :at
                from linli.ballot_denial where community_id = :community and vote_no = :vote
                returning denial_no
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param("entry", HEX.parseHex(entry))
                .param("attempt", attempt)
                .param("kind", kind.name())
                .param("place", place.name())
                .param("text", personal.encrypt(text))
                .param("account", account, java.sql.Types.BIGINT)
                .param("name", name)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single());
    }

    /** Rules on a denial, once. An annulment is a leaf of the record. @throws AlreadyRuled if somebody has ruled on it */
    public void rule(Vote vote, Denial denial, boolean annul, String reason, String by, long account) {
        if (annul) {
            Leaf annulment = new Leaf.Annulment(
                    VoteKey.parse(vote.key()), EntryId.parse(denial.entry), denial.attempt, digest(denial, reason));
            writer.append(
                    vote, new NewLeaf("ANNULMENT", Leaves.encode(annulment)), () -> refuseTwice(denial), place -> {
                        store(denial, true, reason, by, account);
                        annulled(denial, place);
                    });
        } else {
            store(denial, false, reason, by, account);
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
        long annulled = of(denial, """
                select count(*) from linli.ballot_annulment
                where community_id = :community and vote_no = :vote and entry_id = :entry and attempt = :attempt
                """)
                .param("entry", HEX.parseHex(denial.entry))
                .param("attempt", denial.attempt)
                .query(Long.class)
                .single();
        if (annulled > 0) {
            throw new AlreadyRuled();
        }
    }

    private void store(Denial denial, boolean annul, String reason, String by, long account) {
        int stored = of(denial, """
                insert into linli.ballot_ruling (community_id, vote_no, denial_no, annulled, reason, by_name, by_account, at)
                values (:community, :vote, :number, :annulled, :reason, :by, :account, :at)
                on conflict do nothing
                """)
                .param("number", denial.number)
                .param("annulled", annul)
                .param("reason", reason)
                .param("by", by)
                .param("account", account)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
        if (stored == 0) {
            throw new AlreadyRuled();
        }
    }

    private void annulled(Denial denial, long place) {
        of(denial, """
                insert into linli.ballot_annulment (community_id, vote_no, entry_id, attempt, denial_no, leaf_no, at)
                values (:community, :vote, :entry, :attempt, :number, :place, :at)
                """)
                .param("entry", HEX.parseHex(denial.entry))
                .param("attempt", denial.attempt)
                .param("number", denial.number)
                .param("place", place)
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec of(Denial denial, String sql) {
        return jdbc.sql(sql).param("community", denial.vote.community().value()).param("vote", denial.vote.number());
    }

    /** Somebody has ruled on it already. */
    public static final class AlreadyRuled extends RuntimeException {}
}

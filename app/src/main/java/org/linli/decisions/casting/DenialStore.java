package org.linli.decisions.casting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.casting.Denials.Denial;
import org.linli.decisions.casting.Denials.Kind;
import org.linli.decisions.casting.Denials.Paper;
import org.linli.decisions.casting.Denials.Place;
import org.linli.decisions.casting.Denials.Ruling;
import org.linli.decisions.casting.Denials.Signed;
import org.linli.platform.files.DocumentType;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.registry.claims.Claims;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Denials, rulings and annulments as rows: inserted and read, never changed. */
@Repository
class DenialStore {

    private static final HexFormat HEX = HexFormat.of();

    private static final String SELECT = """
            select d.denial_no, encode(d.entry_id, 'hex') entry, d.attempt, d.kind, d.place, d.text, d.by_name, d.at,
                   d.file_hash, d.file_type,
                   r.annulled, r.undecided, r.reason, r.by_name ruled_by, r.at ruled_at
            from linli.ballot_denial d
            left join linli.ballot_ruling r using (community_id, vote_no, denial_no)
            where d.community_id = :community and d.vote_no = :vote
              and exists (select 1 from linli.community_place c where c.community_id = d.community_id and %s)
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;
    private final PersonalData personal;

    DenialStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** A denial to be stored. @param account who denies or took it, null for nobody @param signed null but at the counter */
    record NewDenial(
            VoteId vote,
            String entry,
            int attempt,
            Kind kind,
            Place place,
            String text,
            @Nullable Long account,
            String name,
            Instant at,
            @Nullable Signed signed) {

        @Nullable
        Integer owner() {
            return signed == null ? null : signed.ownerNo();
        }
    }

    List<Denial> list(VoteId vote, RowScope scope) {
        return jdbc.sql(SELECT + " order by d.denial_no")
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .params(scope.parameters())
                .query((row, n) -> denial(vote, row))
                .list();
    }

    Optional<Denial> find(VoteId vote, int number, RowScope scope) {
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
                row.getString("file_hash") == null
                        ? null
                        : new Paper(row.getString("file_hash"), DocumentType.valueOf(row.getString("file_type"))),
                row.getObject("annulled", Boolean.class) == null
                        ? null
                        : new Ruling(
                                row.getBoolean("annulled"),
                                row.getBoolean("undecided"),
                                row.getString("reason"),
                                row.getString("ruled_by"),
                                row.getObject("ruled_at", OffsetDateTime.class).toInstant()));
    }

    /** Entries whose standing ballot was cast by one of these claims: on the phone, or by the proxy that it gave on the phone. */
    Set<String> castOn(VoteId vote, List<Claims.ClaimedHome> claimed) {
        return new TreeSet<>(jdbc.sql("""
                select distinct encode(b.entry_id, 'hex') from linli.ballot b
                where b.community_id = :community and b.vote_no = :vote
                  and (b.channel = 'PHONE'
                       and (b.cast_account, b.home_no) in (select * from unnest(:accounts::bigint[], :homes::int[]))
                       or b.channel = 'PROXY'
                       and exists (select 1 from linli.proxy_grant g
                                     join linli.proxy_answer y on y.community_id = g.community_id and y.vote_no = g.vote_no
                                          and y.grant_no = g.grant_no and y.accepted
                                    where g.community_id = b.community_id and g.vote_no = b.vote_no
                                      and g.entry_id = b.entry_id and g.proxy_account = b.cast_account and g.form = 'ONLINE'
                                      and (g.by_account, g.home_no) in (select * from unnest(:accounts::bigint[], :homes::int[]))
                                      and not exists (select 1 from linli.proxy_withdrawal w
                                                       where w.community_id = g.community_id and w.vote_no = g.vote_no
                                                         and w.grant_no = g.grant_no)))
                  and not exists (select 1 from linli.ballot_annulment a
                                   where a.community_id = b.community_id and a.vote_no = b.vote_no
                                     and a.entry_id = b.entry_id and a.attempt = b.attempt)
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .param(
                        "accounts",
                        claimed.stream().map(Claims.ClaimedHome::account).toArray(Long[]::new))
                .param("homes", claimed.stream().map(Claims.ClaimedHome::homeNo).toArray(Integer[]::new))
                .query(String.class)
                .list());
    }

    /** Entries whose standing ballot was denied, and on which nobody decided. */
    Set<String> deniedEntries(VoteId vote) {
        return new TreeSet<>(jdbc.sql("""
                select distinct encode(d.entry_id, 'hex') from linli.ballot_denial d
                where d.community_id = :community and d.vote_no = :vote
                  and not exists (select 1 from linli.ballot_ruling r
                                   where r.community_id = d.community_id and r.vote_no = d.vote_no and r.denial_no = d.denial_no
                                     and not r.undecided)
                  and not exists (select 1 from linli.ballot_annulment a
                                   where a.community_id = d.community_id and a.vote_no = d.vote_no
                                     and a.entry_id = d.entry_id and a.attempt = d.attempt)
                """)
                .param("community", vote.community().value())
                .param("vote", vote.number())
                .query(String.class)
                .list());
    }

    /** Unless the same account, for the same owner, has denied this attempt from the same place before. @return its number */
    int insert(NewDenial denial) {
        hold(denial.vote);
        return find(denial).orElseGet(() -> add(denial));
    }

    /** Keeps everybody else from denying ballots of the vote until the transaction ends. */
    void hold(VoteId vote) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:name, 1))")
                .param("name", "denial/" + vote)
                .query((row, n) -> n)
                .list();
    }

    /** Who is told of what becomes of a denial. @param account who said it online, null otherwise @param owner who signed it at the counter */
    record Denier(@Nullable Long account, @Nullable Integer owner) {}

    Denier denier(Denial denial) {
        return of(denial.vote(), """
                select by_account, owner_no, place from linli.ballot_denial
                where community_id = :community and vote_no = :vote and denial_no = :number
                """)
                .param("number", denial.number())
                .query((row, n) -> new Denier(
                        row.getString("place").equals("ONLINE") ? row.getObject("by_account", Long.class) : null,
                        row.getObject("owner_no", Integer.class)))
                .single();
    }

    private Optional<Integer> find(NewDenial denial) {
        return of(denial.vote, """
                select denial_no from linli.ballot_denial
                where community_id = :community and vote_no = :vote and entry_id = :entry and attempt = :attempt
                  and by_account is not distinct from :account and owner_no is not distinct from :owner and place = :place
                """)
                .param("entry", HEX.parseHex(denial.entry))
                .param("attempt", denial.attempt)
                .param("account", denial.account, java.sql.Types.BIGINT)
                .param("owner", denial.owner(), java.sql.Types.INTEGER)
                .param("place", denial.place.name())
                .query(Integer.class)
                .optional();
    }

    private int add(NewDenial denial) {
        Signed signed = denial.signed;
        return of(denial.vote, """
                insert into linli.ballot_denial
                    (community_id, vote_no, denial_no, entry_id, attempt, kind, place, text, by_account, by_name, at, owner_no,
                     file_hash, file_type)
                select :community, :vote, coalesce(max(denial_no), 0) + 1, :entry, :attempt, :kind, :place, :text,
                       cast(:account as bigint), :name, :at, cast(:owner as int), cast(:hash as text), cast(:type as text)
                from linli.ballot_denial where community_id = :community and vote_no = :vote
                returning denial_no
                """)
                .param("entry", HEX.parseHex(denial.entry))
                .param("attempt", denial.attempt)
                .param("kind", denial.kind.name())
                .param("place", denial.place.name())
                .param("text", personal.encrypt(denial.text))
                .param("account", denial.account, java.sql.Types.BIGINT)
                .param("name", denial.name)
                .param("at", denial.at.atOffset(ZoneOffset.UTC))
                .param("owner", denial.owner(), java.sql.Types.INTEGER)
                .param("hash", signed == null ? null : signed.hash())
                .param("type", signed == null ? null : signed.type().name())
                .query(Integer.class)
                .single();
    }

    boolean isAnnulled(Denial denial) {
        return of(denial.vote(), """
                select exists (select from linli.ballot_annulment
                    where community_id = :community and vote_no = :vote and entry_id = :entry and attempt = :attempt)
                """)
                .param("entry", HEX.parseHex(denial.entry()))
                .param("attempt", denial.attempt())
                .query(Boolean.class)
                .single();
    }

    /** @param account who rules, null for the close of the vote @return false when somebody has ruled before */
    boolean insertRuling(Denial denial, Ruling ruling, @Nullable Long account) {
        return of(denial.vote(), """
                insert into linli.ballot_ruling
                    (community_id, vote_no, denial_no, annulled, undecided, reason, by_name, by_account, at)
                values (:community, :vote, :number, :annulled, :undecided, :reason, :by, :account, :at)
                on conflict do nothing
                """)
                        .param("number", denial.number())
                        .param("annulled", ruling.annulled())
                        .param("undecided", ruling.undecided())
                        .param("reason", ruling.reason())
                        .param("by", ruling.by())
                        .param("account", account, java.sql.Types.BIGINT)
                        .param("at", ruling.at().atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    void insertAnnulment(Denial denial, long place, Instant at) {
        of(denial.vote(), """
                insert into linli.ballot_annulment (community_id, vote_no, entry_id, attempt, denial_no, leaf_no, at)
                values (:community, :vote, :entry, :attempt, :number, :place, :at)
                """)
                .param("entry", HEX.parseHex(denial.entry()))
                .param("attempt", denial.attempt())
                .param("number", denial.number())
                .param("place", place)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec of(VoteId vote, String sql) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

package org.linli.registry.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Claims and their acts: only ever added to. */
@Repository
class ClaimStore {

    static final String IN_SCOPE =
            "exists (select 1 from linli.community_place c where c.community_id = t.community_id and " + RowScope.SQL
                    + ")";

    private static final String COLUMNS = """
            t.community_id, t.claim_no, t.home_no, t.account_id, t.assurance, t.claimed_name, t.opened_at, t.state, t.owner_no,
            t.due_on, t.by_account, t.by_name, t.reason, t.at, t.confirmed_at, t.disputed
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    ClaimStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Who acts. @param account null when Linli itself does */
    record Actor(@Nullable Long account, String name, Instant at) {}

    /** A step of a claim. @param ownerNo null while unknown @param due null when nobody must act */
    record Step(
            ClaimState state,
            @Nullable Integer ownerNo,
            @Nullable LocalDate due,
            String reason) {}

    /** A stored paper. */
    record Paper(int number, DocumentType type, String hash) {}

    /** Holds everything about the community's claims until the transaction ends. */
    void lock(CommunityId community) {
        NamedLock.hold(jdbc, "claims " + community);
    }

    ClaimId insert(CommunityId community, int homeNo, long account, Assurance assurance, String name, Instant at) {
        return new ClaimId(
                community,
                jdbc.sql("""
                insert into linli.ownership_claim
                    (community_id, claim_no, home_no, account_id, assurance, claimed_name, opened_at)
                select :community, coalesce(max(claim_no), 0) + 1, :home, :account, :assurance, :name, :at
                from linli.ownership_claim where community_id = :community
                returning claim_no
                """)
                        .param("community", community.value())
                        .param("home", homeNo)
                        .param("account", account)
                        .param("assurance", assurance.name())
                        .param("name", personal.encrypt(name))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single());
    }

    void act(ClaimId id, Step step, Actor by) {
        jdbc.sql("""
                insert into linli.ownership_claim_act
                    (community_id, claim_no, act_no, state, owner_no, due_on, by_account, by_name, reason, at)
                select :community, :claim, coalesce(max(act_no), 0) + 1, :state, cast(:owner as int), cast(:due as date),
                       cast(:account as bigint), :name, :reason, :at
                from linli.ownership_claim_act where community_id = :community and claim_no = :claim
                """)
                .params(keys(id))
                .param("state", step.state.name())
                .param("owner", step.ownerNo)
                .param("due", step.due)
                .param("account", by.account)
                .param("name", by.name)
                .param("reason", personal.encrypt(step.reason))
                .param("at", by.at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Claim> find(ClaimId id, RowScope scope) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.community_id = :community and t.claim_no = :claim and
                """ + IN_SCOPE)
                .params(keys(id))
                .params(scope.parameters())
                .query(this::claim)
                .optional();
    }

    /** Every claim of an account, the newest first. */
    List<Claim> listOf(long account) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t where t.account_id = :account
                order by t.opened_at desc, t.community_id, t.claim_no desc
                """)
                .param("account", account)
                .query(this::claim)
                .list();
    }

    /** The claims on a home that are not over. */
    List<Claim> listOn(CommunityId community, int homeNo) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.community_id = :community and t.home_no = :home and t.state not in ('RETURNED', 'ENDED')
                order by t.claim_no
                """)
                .param("community", community.value())
                .param("home", homeNo)
                .query(this::claim)
                .list();
    }

    /** The claims of an owner that are not over, on homes that are the owner's today; by home. */
    List<Claim> listOfOwner(CommunityId community, int ownerNo, LocalDate today) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.community_id = :community and t.owner_no = :owner and t.state not in ('RETURNED', 'ENDED')
                  and exists (
                    select 1 from linli.ownership o
                    where o.community_id = t.community_id and o.home_no = t.home_no and o.superseded_at is null
                      and o.valid_from <= :today and (o.valid_to is null or o.valid_to > :today)
                      and t.owner_no = any(o.owners))
                order by t.home_no, t.claim_no
                """)
                .param("community", community.value())
                .param("owner", ownerNo)
                .param("today", today)
                .query(this::claim)
                .list();
    }

    /** The claims of a community that are not over and whose owner does not own the home any more. */
    List<Claim> listOutlived(CommunityId community, LocalDate today) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.community_id = :community and t.state not in ('RETURNED', 'ENDED') and t.owner_no is not null
                  and not exists (
                      select 1 from linli.ownership o
                      where o.community_id = t.community_id and o.home_no = t.home_no and o.superseded_at is null
                        and o.valid_from <= :today and (o.valid_to is null or o.valid_to > :today)
                        and t.owner_no = any(o.owners))
                order by t.claim_no
                """)
                .param("community", community.value())
                .param("today", today)
                .query(this::claim)
                .list();
    }

    /** The claims of a community that wait for a ruling. */
    List<Claim> listDisputed(CommunityId community) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.community_id = :community and t.state = 'DISPUTED'
                order by t.claim_no
                """)
                .param("community", community.value())
                .query(this::claim)
                .list();
    }

    /** Claims in some states, the most urgent first. */
    List<Claim> list(List<ClaimState> states, int limit, RowScope scope) {
        return jdbc.sql("select " + COLUMNS + """
                 from linli.ownership_claim_now t
                where t.state in (:states) and %s
                order by t.due_on nulls last, t.at desc, t.community_id, t.claim_no
                limit :limit
                """.formatted(IN_SCOPE))
                .param("states", states.stream().map(Enum::name).toList())
                .param("limit", limit)
                .params(scope.parameters())
                .query(this::claim)
                .list();
    }

    long count(List<ClaimState> states, RowScope scope) {
        return jdbc.sql("select count(*) from linli.ownership_claim_now t where t.state in (:states) and " + IN_SCOPE)
                .param("states", states.stream().map(Enum::name).toList())
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    List<ClaimAct> history(ClaimId id) {
        return jdbc.sql("""
                select act_no, state, by_name, reason, due_on, at from linli.ownership_claim_act
                where community_id = :community and claim_no = :claim order by act_no
                """)
                .params(keys(id))
                .query((row, n) -> new ClaimAct(
                        row.getInt("act_no"),
                        ClaimState.valueOf(row.getString("state")),
                        row.getString("by_name"),
                        personal.decrypt(row.getBytes("reason")),
                        row.getObject("due_on", LocalDate.class),
                        instant(row, "at")))
                .list();
    }

    /** The accounts that ever saw the papers of a claim. */
    List<Long> seenBy(ClaimId id) {
        return jdbc.sql("""
                select by_account from linli.ownership_claim_act
                where community_id = :community and claim_no = :claim and state = 'SEEN' and by_account is not null
                order by act_no
                """).params(keys(id)).query(Long.class).list();
    }

    void addPaper(ClaimId id, Paper paper, long bytes) {
        jdbc.sql("""
                insert into linli.ownership_claim_paper (community_id, claim_no, paper_no, type, file_hash, bytes)
                values (:community, :claim, :number, :type, :hash, :bytes)
                """)
                .params(keys(id))
                .param("number", paper.number)
                .param("type", paper.type.name())
                .param("hash", paper.hash)
                .param("bytes", bytes)
                .update();
    }

    List<Paper> papers(ClaimId id) {
        return jdbc.sql("""
                select paper_no, type, file_hash from linli.ownership_claim_paper
                where community_id = :community and claim_no = :claim order by paper_no
                """)
                .params(keys(id))
                .query((row, n) -> new Paper(
                        row.getInt("paper_no"),
                        DocumentType.valueOf(row.getString("type")),
                        row.getString("file_hash")))
                .list();
    }

    private static Map<String, Object> keys(ClaimId id) {
        return Map.of("community", id.community().value(), "claim", id.number());
    }

    private Claim claim(ResultSet row, int number) throws SQLException {
        return new Claim(
                new ClaimId(new CommunityId(row.getLong("community_id")), row.getInt("claim_no")),
                row.getLong("account_id"),
                row.getInt("home_no"),
                Assurance.valueOf(row.getString("assurance")),
                personal.decrypt(row.getBytes("claimed_name")),
                instant(row, "opened_at"),
                ClaimState.valueOf(row.getString("state")),
                row.getObject("owner_no", Integer.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("by_account", Long.class),
                row.getString("by_name"),
                personal.decrypt(row.getBytes("reason")),
                instant(row, "at"),
                row.getObject("confirmed_at") == null ? null : instant(row, "confirmed_at"),
                row.getBoolean("disputed"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** What the database shows to a question asked now, in its own words. */
    String snapshot() {
        return jdbc.sql("select pg_current_snapshot()::text")
                .query(String.class)
                .single();
    }

    /**
     * The snapshots that do not show everything recorded until now about homes, owners, claims and links of a community. Changes of
     * a later number than any transaction yet are left from before the database was restored elsewhere; those are in every snapshot.
     */
    Set<String> outdated(CommunityId community, Collection<String> snapshots) {
        return new HashSet<>(jdbc.sql("""
                select known.snapshot from unnest(:snapshots::text[]) known(snapshot)
                where exists (select 1 from linli.standing_change c
                               where c.community_id = :community
                                 and c.changed_in >= pg_snapshot_xmin(known.snapshot::pg_snapshot)
                                 and c.changed_in < pg_snapshot_xmax(pg_current_snapshot())
                                 and not pg_visible_in_snapshot(c.changed_in, known.snapshot::pg_snapshot))
                """)
                .param("community", community.value())
                .param("snapshots", snapshots.toArray(String[]::new))
                .query(String.class)
                .list());
    }
}

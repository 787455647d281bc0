package org.linli.decisions.proposals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.proposals.Proposals.Paper;
import org.linli.platform.files.DocumentType;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.rules.decisions.Weight;
import org.linli.rules.decisions.assembly.OwnersProposal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposals, signatures and counts as rows: inserted and read, never changed. */
@Repository
class ProposalStore {

    private static final String SELECT = """
            select p.community_id, p.proposal_no, c.name, c.division_code, p.kind, p.matter, p.proposed_on,
                   n.signed, n.heads, n.signed_area_dm2, n.area_dm2, n.counted_on, r.reached_on, r.due_on, v.vote_no, e.reason
            from linli.proposal p
            join linli.community_place c on c.community_id = p.community_id
            join linli.proposal_count n on n.community_id = p.community_id and n.proposal_no = p.proposal_no
                 and n.count_no = (select max(l.count_no) from linli.proposal_count l
                                    where l.community_id = p.community_id and l.proposal_no = p.proposal_no)
            left join linli.proposal_reached r on r.community_id = p.community_id and r.proposal_no = p.proposal_no
            left join linli.proposal_call v on v.community_id = p.community_id and v.proposal_no = p.proposal_no
            left join linli.proposal_end e on e.community_id = p.community_id and e.proposal_no = p.proposal_no
            where p.community_id = :community and %s
            """.formatted(RowScope.SQL);

    private final JdbcClient jdbc;
    private final BusinessTime time;

    ProposalStore(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** A signature that was not taken back. @param account null on paper */
    record Signature(
            int number, int homeNo, int ownerNo, @Nullable Long account) {}

    /** One writer of a proposal at a time, so that each head is counted once. */
    void lock(ProposalId id) {
        lock("proposal " + id);
    }

    void lock(CommunityId community) {
        lock("proposals of " + community);
    }

    private void lock(String name) {
        NamedLock.hold(jdbc, name);
    }

    /** Newest first. */
    List<Proposal> list(CommunityId community, RowScope scope) {
        return jdbc.sql(SELECT + " order by p.proposal_no desc")
                .param("community", community.value())
                .params(scope.parameters())
                .query(this::proposal)
                .list();
    }

    Optional<Proposal> find(ProposalId id, RowScope scope) {
        return jdbc.sql(SELECT + " and p.proposal_no = :number")
                .param("community", id.community().value())
                .param("number", id.number())
                .params(scope.parameters())
                .query(this::proposal)
                .optional();
    }

    private Proposal proposal(ResultSet row, int n) throws SQLException {
        LocalDate proposedOn = row.getObject("proposed_on", LocalDate.class);
        LocalDate until = OwnersProposal.signedUntil(proposedOn, Proposals.PACK);
        @Nullable LocalDate reachedOn = row.getObject("reached_on", LocalDate.class);
        return new Proposal(
                new ProposalId(new CommunityId(row.getLong("community_id")), row.getInt("proposal_no")),
                row.getString("name"),
                row.getString("division_code"),
                Proposal.Kind.valueOf(row.getString("kind")),
                row.getString("matter"),
                proposedOn,
                until,
                reachedOn == null && time.today().isAfter(until),
                new Weight(row.getLong("signed_area_dm2"), row.getInt("signed")),
                new Weight(row.getLong("area_dm2"), row.getInt("heads")),
                row.getObject("counted_on", LocalDate.class),
                reachedOn,
                row.getObject("due_on", LocalDate.class),
                row.getObject("vote_no", Integer.class),
                row.getString("reason"));
    }

    /** Where the community is today. */
    String division(CommunityId community) {
        return jdbc.sql("select division_code from linli.community_place where community_id = :community")
                .param("community", community.value())
                .query(String.class)
                .single();
    }

    /** Proposals of an account that are still to be signed. @param since whatever was put forward before has lapsed */
    int openOf(CommunityId community, long account, LocalDate since) {
        return jdbc.sql("""
                select count(*) from linli.proposal p
                where p.community_id = :community and p.by_account = :account and p.proposed_on >= :since
                  and not exists (select 1 from linli.proposal_reached r
                                   where r.community_id = p.community_id and r.proposal_no = p.proposal_no)
                  and not exists (select 1 from linli.proposal_end e
                                   where e.community_id = p.community_id and e.proposal_no = p.proposal_no)
                """)
                .param("community", community.value())
                .param("account", account)
                .param("since", since)
                .query(Integer.class)
                .single();
    }

    ProposalId insert(
            CommunityId community, Proposal.Kind kind, String matter, LocalDate on, Instant at, long account) {
        int number = jdbc.sql("""
                insert into linli.proposal (community_id, proposal_no, kind, matter, proposed_on, at, by_account)
                select :community, coalesce(max(proposal_no), 0) + 1, :kind, :matter, :on, :at, :account
                from linli.proposal where community_id = :community
                returning proposal_no
                """)
                .param("community", community.value())
                .param("kind", kind.name())
                .param("matter", matter)
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .query(Integer.class)
                .single();
        return new ProposalId(community, number);
    }

    List<Signature> signatures(ProposalId id) {
        return statement("""
                select s.signature_no, s.home_no, s.owner_no, s.account
                from linli.proposal_signature s
                where s.community_id = :community and s.proposal_no = :number
                  and not exists (select 1 from linli.proposal_withdrawal w
                                   where w.community_id = s.community_id and w.proposal_no = s.proposal_no
                                     and w.signature_no = s.signature_no)
                order by s.signature_no
                """, id)
                .query((row, n) -> new Signature(
                        row.getInt("signature_no"),
                        row.getInt("home_no"),
                        row.getInt("owner_no"),
                        row.getObject("account", Long.class)))
                .list();
    }

    /** Whether a signature of an account stands. */
    boolean isSignedBy(ProposalId id, long account) {
        return statement("""
                select exists (select 1 from linli.proposal_signature s
                                where s.community_id = :community and s.proposal_no = :number and s.account = :account
                                  and not exists (select 1 from linli.proposal_withdrawal w
                                                   where w.community_id = s.community_id and w.proposal_no = s.proposal_no
                                                     and w.signature_no = s.signature_no))
                """, id).param("account", account).query(Boolean.class).single();
    }

    /** Numbers of the signatures on paper, taken off or not. */
    List<Integer> papers(ProposalId id) {
        return statement("""
                select signature_no from linli.proposal_signature
                where community_id = :community and proposal_no = :number and file_hash is not null
                order by signature_no
                """, id).query(Integer.class).list();
    }

    Optional<Paper> paper(ProposalId id, int signature) {
        return statement("""
                select file_hash, file_type from linli.proposal_signature
                where community_id = :community and proposal_no = :number and signature_no = :signature
                  and file_hash is not null
                """, id)
                .param("signature", signature)
                .query((row, n) ->
                        new Paper(row.getString("file_hash"), DocumentType.valueOf(row.getString("file_type"))))
                .optional();
    }

    void end(ProposalId id, String reason, Instant at, String by, long account) {
        statement("""
                insert into linli.proposal_end (community_id, proposal_no, reason, at, by_name, by_account)
                values (:community, :number, :reason, :at, :by, :account)
                """, id)
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("account", account)
                .update();
    }

    /** @param account whose signature it is, null on paper @param by who entered it */
    void sign(ProposalId id, int home, int owner, @Nullable Long account, @Nullable Paper paper, Instant at, long by) {
        statement("""
                insert into linli.proposal_signature
                    (community_id, proposal_no, signature_no, home_no, owner_no, account, file_hash, file_type, at, by_account)
                select :community, :number, coalesce(max(signature_no), 0) + 1, :home, :owner, cast(:account as bigint),
                       cast(:hash as text), cast(:type as text), :at, :by
                from linli.proposal_signature where community_id = :community and proposal_no = :number
                """, id)
                .param("home", home)
                .param("owner", owner)
                .param("account", account)
                .param("hash", paper == null ? null : paper.hash())
                .param("type", paper == null ? null : paper.type().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    void withdraw(ProposalId id, int signature, String cause, Instant at) {
        statement("""
                insert into linli.proposal_withdrawal (community_id, proposal_no, signature_no, cause, at)
                values (:community, :number, :signature, :cause, :at)
                """, id)
                .param("signature", signature)
                .param("cause", cause)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return the number of the count */
    int count(ProposalId id, Weight signed, Weight all, LocalDate on, Instant at) {
        return statement("""
                insert into linli.proposal_count (community_id, proposal_no, count_no, signed, heads, signed_area_dm2, area_dm2, counted_on, at)
                select :community, :number, coalesce(max(count_no), 0) + 1, :signed, :heads, :signedArea, :area, :on, :at
                from linli.proposal_count where community_id = :community and proposal_no = :number
                returning count_no
                """, id)
                .param("signed", signed.heads())
                .param("heads", all.heads())
                .param("signedArea", signed.areaDm2())
                .param("area", all.areaDm2())
                .param("on", on)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void reach(ProposalId id, int count, LocalDate on, LocalDate due) {
        statement("""
                insert into linli.proposal_reached (community_id, proposal_no, count_no, reached_on, due_on)
                values (:community, :number, :count, :on, :due)
                """, id)
                .param("count", count)
                .param("on", on)
                .param("due", due)
                .update();
    }

    /** @return whether nobody had said so before */
    boolean call(ProposalId id, int vote, Instant at, String by, long account) {
        return statement("""
                insert into linli.proposal_call (community_id, proposal_no, vote_no, at, by_name, by_account)
                values (:community, :number, :vote, :at, :by, :account)
                on conflict do nothing
                """, id)
                        .param("vote", vote)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("account", account)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec statement(String sql, ProposalId id) {
        return jdbc.sql(sql).param("community", id.community().value()).param("number", id.number());
    }
}

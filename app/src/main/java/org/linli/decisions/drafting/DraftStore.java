package org.linli.decisions.drafting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.Votes.By;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reviews, orders, postings and the list of versions. Its callers have the vote already, so its rows are within their scope. */
@Repository
class DraftStore {

    private final JdbcClient jdbc;
    private final BusinessTime time;

    DraftStore(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    private JdbcClient.StatementSpec of(String sql, VoteId id) {
        return jdbc.sql(sql).param("community", id.community().value()).param("vote", id.number());
    }

    OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }

    /** The accounts that made the draft or handed it in. */
    List<Long> authors(VoteId id) {
        return of("""
                select created_account from linli.vote
                where community_id = :community and vote_no = :vote and created_account is not null
                union
                select by_account from linli.vote_state
                where community_id = :community and vote_no = :vote and state = 'REVIEW' and by_account is not null
                """, id).query(Long.class).list();
    }

    void review(VoteId id, int version, boolean accepted, String reason, By by) {
        of("""
                insert into linli.vote_review (community_id, vote_no, review_no, version_no, accepted, reason, by_name, by_account, at)
                select :community, :vote, coalesce(max(review_no), 0) + 1, :version, :accepted, :reason, :by, :account, :at
                from linli.vote_review where community_id = :community and vote_no = :vote
                """, id)
                .param("version", version)
                .param("accepted", accepted)
                .param("reason", reason)
                .param("by", by.name())
                .param("account", by.account())
                .param("at", now())
                .update();
    }

    /** Every reading of the draft, oldest first. */
    List<Review> reviews(VoteId id) {
        return of("""
                select version_no, accepted, reason, by_name, at from linli.vote_review
                where community_id = :community and vote_no = :vote order by review_no
                """, id)
                .query((row, n) -> new Review(
                        row.getInt("version_no"),
                        row.getBoolean("accepted"),
                        row.getString("reason"),
                        row.getString("by_name"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void order(VoteId id, VoteOrder order, By by) {
        of("""
                insert into linli.vote_order (community_id, vote_no, order_no, state, authority, document_no, issued_on, reason,
                                              by_name, by_account, at)
                select :community, :vote, coalesce(max(order_no), 0) + 1, :state, :authority, :document, :issued, :reason,
                       :by, :account, :at
                from linli.vote_order where community_id = :community and vote_no = :vote
                """, id)
                .param("state", order.state().name())
                .param("authority", order.authority().name())
                .param("document", order.documentNo())
                .param("issued", order.issuedOn())
                .param("reason", order.reason())
                .param("by", by.name())
                .param("account", by.account())
                .param("at", now())
                .update();
    }

    Optional<VoteOrder> order(VoteId id) {
        return of("""
                select state, authority, document_no, issued_on, reason from linli.vote_order
                where community_id = :community and vote_no = :vote order by order_no desc limit 1
                """, id)
                .query((row, n) -> new VoteOrder(
                        VoteState.valueOf(row.getString("state")),
                        VoteOrder.Authority.valueOf(row.getString("authority")),
                        row.getString("document_no"),
                        row.getObject("issued_on", LocalDate.class),
                        row.getString("reason")))
                .optional();
    }

    /** How often the window was extended by decision. */
    int extensions(VoteId id) {
        return of("""
                select count(*) from linli.vote_version
                where community_id = :community and vote_no = :vote and cause = 'EXTENSION'
                """, id).query(Integer.class).single();
    }

    /** Versions newest first. */
    List<Version> versions(VoteId id) {
        return of("""
                select version_no, cause, last_day, reason, recorded_at, recorded_by from linli.vote_version
                where community_id = :community and vote_no = :vote order by version_no desc
                """, id)
                .query((row, n) -> new Version(
                        row.getInt("version_no"),
                        row.getString("cause"),
                        row.getObject("last_day", LocalDate.class),
                        row.getString("reason"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("recorded_by")))
                .list();
    }

    void post(VoteId id, int decision, int version, LocalDate until, String reason, By by) {
        of("""
                insert into linli.candidate_posting (community_id, vote_no, decision_no, posting_no, version_no, posted_on, hangs_to,
                                                     reason, by_name, at)
                select :community, :vote, :decision, coalesce(max(posting_no), 0) + 1, :version, :day, :until, :reason, :by, :at
                from linli.candidate_posting where community_id = :community and vote_no = :vote and decision_no = :decision
                """, id)
                .param("decision", decision)
                .param("version", version)
                .param("day", time.today())
                .param("until", until)
                .param("reason", reason)
                .param("by", by.name())
                .param("at", now())
                .update();
    }

    /** The postings of a vote, newest first. */
    List<Posting> postings(VoteId id) {
        return of("""
                select p.decision_no, p.posting_no, p.posted_on, p.hangs_to, p.reason,
                       (select coalesce(array_agg(o.label order by o.option_no), '{}') from linli.vote_option o
                         where o.community_id = p.community_id and o.vote_no = p.vote_no and o.version_no = p.version_no
                           and o.decision_no = p.decision_no) names
                from linli.candidate_posting p
                where p.community_id = :community and p.vote_no = :vote
                order by p.decision_no, p.posting_no desc
                """, id)
                .query((row, n) -> new Posting(
                        row.getInt("decision_no"),
                        row.getInt("posting_no"),
                        row.getObject("posted_on", LocalDate.class),
                        row.getObject("hangs_to", LocalDate.class),
                        row.getString("reason"),
                        List.of((String[]) row.getArray("names").getArray())))
                .list();
    }

    /** A new batch; its number. */
    long newBatch(String title, By by) {
        return jdbc.sql("""
                insert into platform.vote_batch (title, created_at, created_by) values (:title, :at, :by) returning batch_no
                """)
                .param("title", title)
                .param("at", now())
                .param("by", by.name())
                .query(Long.class)
                .single();
    }
}

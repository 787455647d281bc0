package org.linli.decisions;

import java.security.SecureRandom;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.Votes.By;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores new votes and new versions of what a vote says. Checks nothing: the façades that call it do. */
@Repository
public class VoteWriter {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 16;

    private final JdbcClient jdbc;
    private final BusinessTime time;

    VoteWriter(JdbcClient jdbc, BusinessTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Why there is a new version. */
    public enum Cause {
        DRAFT,
        /** The one extension of the window. */
        EXTENSION,
        /** Linli was down inside the window. */
        OUTAGE
    }

    /**
     * A vote before its first version.
     *
     * @param rulePack code of the pack in force on the day of the notice
     * @param batch number of its batch, null when alone
     */
    public record NewVote(
            CommunityId community,
            String rulePack,
            Initiator initiator,
            boolean rehearsal,
            @Nullable Long batch) {}

    /** A new vote in the state DRAFT, with its first version. @param terms their version is 1 */
    @Transactional(propagation = Propagation.MANDATORY)
    public VoteId create(NewVote vote, VoteTerms terms, List<DecisionItem> items, By by) {
        NamedLock.hold(jdbc, "votes of community " + vote.community());
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        int number = jdbc.sql("""
                insert into linli.vote (community_id, vote_no, vote_key, rule_pack, initiator, rehearsal, batch_no,
                                        created_at, created_by, created_account)
                select :community, coalesce(max(vote_no), 0) + 1, :key, :pack, :initiator, :rehearsal, :batch, :at, :by, :account
                from linli.vote where community_id = :community
                returning vote_no
                """)
                .param("community", vote.community().value())
                .param("key", key)
                .param("pack", vote.rulePack())
                .param("initiator", vote.initiator().name())
                .param("rehearsal", vote.rehearsal())
                .param("batch", vote.batch(), Types.BIGINT)
                .param("at", now())
                .param("by", by.name())
                .param("account", by.account(), Types.BIGINT)
                .query(Integer.class)
                .single();
        VoteId id = new VoteId(vote.community(), number);
        save(id, Cause.DRAFT, terms, items, "", by);
        firstStep(id, by);
        return id;
    }

    private void firstStep(VoteId id, By by) {
        jdbc.sql("""
                insert into linli.vote_state (community_id, vote_no, state_no, state, day, at, by_name, by_account, reason)
                values (:community, :vote, 1, 'DRAFT', :day, :at, :by, :account, '')
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("day", time.today())
                .param("at", now())
                .param("by", by.name())
                .param("account", by.account(), Types.BIGINT)
                .update();
    }

    /**
     * A new version of the whole text; the last one holds.
     *
     * @param terms carry the new version's number
     * @throws VersionTaken if somebody else saved a version of that number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void save(VoteId id, Cause cause, VoteTerms terms, List<DecisionItem> items, String reason, By by) {
        int stored = jdbc.sql("""
                insert into linli.vote_version
                    (community_id, vote_no, version_no, cause, title, body, notice_on, opens_on, last_day, parking, owner_sets,
                     blanks, blanks_clause, deemed_policy, deemed_clause, reduces_even, alternates, proxy_discretion,
                     paper_address, reason, recorded_at, recorded_by)
                values (:community, :vote, :version, :cause, :title, :body, :notice, :opens, :last, :parking, :sets,
                        :blanks, :blanksClause, :deemed, :deemedClause, :reducesEven, :alternates, :discretion,
                        :paper, :reason, :at, :by)
                on conflict do nothing
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("version", terms.version())
                .param("cause", cause.name())
                .param("title", terms.title())
                .param("body", terms.body())
                .param("notice", terms.noticeOn())
                .param("opens", terms.window().opensOn())
                .param("last", terms.window().lastDay())
                .param("parking", terms.parking().name())
                .param("sets", terms.ownerSets().name())
                .param("blanks", terms.blanks().name())
                .param("blanksClause", terms.blanksClause(), Types.VARCHAR)
                .param("deemed", terms.deemedPolicy().name())
                .param("deemedClause", terms.deemedClause(), Types.VARCHAR)
                .param("reducesEven", terms.reducesEven())
                .param("alternates", terms.alternates())
                .param("discretion", terms.proxyDiscretion())
                .param("paper", terms.paperAddress())
                .param("reason", reason)
                .param("at", now())
                .param("by", by.name())
                .update();
        if (stored == 0) {
            throw new VersionTaken(id, terms.version());
        }
        items.forEach(item -> insert(id, terms.version(), item));
    }

    private void insert(VoteId id, int version, DecisionItem item) {
        statement("""
                insert into linli.vote_item (community_id, vote_no, version_no, decision_no, roll_no, matter, kind, wording,
                                             explanation, seats, by_election, buildings)
                values (:community, :vote, :version, :decision, :roll, :matter, :kind, :wording,
                        :explanation, :seats, :byElection, :buildings)
                """, id, version, item)
                .param("roll", item.rollNo())
                .param("matter", item.matter().name())
                .param("kind", item.kind().name())
                .param("wording", item.wording())
                .param("explanation", item.explanation())
                .param("seats", item.seats())
                .param("byElection", item.byElection())
                .param(
                        "buildings",
                        item.buildings().isEmpty() ? null : item.buildings().toArray(Integer[]::new),
                        Types.ARRAY)
                .update();
        for (DecisionItem.Option option : item.options()) {
            statement("""
                    insert into linli.vote_option (community_id, vote_no, version_no, decision_no, option_no, label, detail,
                                                   company_code, owner_no, source)
                    values (:community, :vote, :version, :decision, :option, :label, :detail, :company, :owner, :source)
                    """, id, version, item)
                    .param("option", option.number())
                    .param("label", option.label())
                    .param("detail", option.detail())
                    .param("company", option.companyCode(), Types.VARCHAR)
                    .param("owner", option.ownerNo(), Types.INTEGER)
                    .param("source", option.source())
                    .update();
        }
        for (int i = 0; i < item.annexes().size(); i++) {
            statement("""
                    insert into linli.vote_annex (community_id, vote_no, version_no, decision_no, annex_no, kind, file_name, file_hash)
                    values (:community, :vote, :version, :decision, :annex, :kind, :name, :hash)
                    """, id, version, item)
                    .param("annex", i + 1)
                    .param("kind", item.annexes().get(i).kind().name())
                    .param("name", item.annexes().get(i).fileName())
                    .param("hash", item.annexes().get(i).fileHash())
                    .update();
        }
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId id, int version, DecisionItem item) {
        return jdbc.sql(sql)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("version", version)
                .param("decision", item.number());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }

    /** Somebody else saved a version in between. */
    public static final class VersionTaken extends RuntimeException {
        VersionTaken(VoteId id, int version) {
            super("version " + version + " of vote " + id + " is taken");
        }
    }
}

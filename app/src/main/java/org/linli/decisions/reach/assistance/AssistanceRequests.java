package org.linli.decisions.reach.assistance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.linli.decisions.VoteState;
import org.linli.decisions.reach.Act;
import org.linli.decisions.reach.Problem;
import org.linli.decisions.reach.VotingOwners;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Owners who ask for help to vote at home, until somebody comes, a paper is out, or the ballot is in. */
@Service
public class AssistanceRequests {

    /** What answers a wish; expects the alias {@code t}. */
    public static final String UNANSWERED = """
            not exists (select 1 from linli.assisted_session s where s.community_id = t.community_id and s.vote_no = t.vote_no
                           and s.entry_id = t.entry_id)
            and not exists (select 1 from linli.paper_ballot p where p.community_id = t.community_id and p.vote_no = t.vote_no
                               and p.entry_id = t.entry_id)
            and not exists (select 1 from linli.ballot b where b.community_id = t.community_id and b.vote_no = t.vote_no
                               and b.entry_id = t.entry_id)
            """;

    private final JdbcClient jdbc;
    private final VotingOwners owners;
    private final BusinessTime time;

    AssistanceRequests(JdbcClient jdbc, VotingOwners owners, BusinessTime time) {
        this.jdbc = jdbc;
        this.owners = owners;
        this.time = time;
    }

    /** A wish that waits. */
    public record Request(int homeNo, Instant at) {}

    /** Those that nobody has answered yet, the oldest first. */
    public List<Request> open(Vote vote) {
        return statement("""
                select t.home_no, t.requested_at from linli.assistance_request t
                where t.community_id = :community and t.vote_no = :vote and %s
                order by t.requested_at, t.home_no
                """.formatted(UNANSWERED), vote.id())
                .query((row, n) -> request(row))
                .list();
    }

    /** What an account asked for, answered or not. */
    public List<Request> ofAccount(Vote vote, long account) {
        return statement("""
                select home_no, requested_at from linli.assistance_request
                where community_id = :community and vote_no = :vote and by_account = :account
                order by home_no
                """, vote.id())
                .param("account", account)
                .query((row, n) -> request(row))
                .list();
    }

    /** Asks for a visit; asking again changes nothing. @param homeNo one through which the account may vote */
    @Transactional
    public Act ask(Vote vote, int homeNo, long account) {
        if (vote.state() != VoteState.NOTICED && vote.state() != VoteState.OPEN) {
            return Act.refused(Problem.NOT_OPEN);
        }
        return owners.entriesOf(vote.id(), account).stream()
                .filter(voter -> voter.homeNo() == homeNo)
                .findFirst()
                .map(voter -> ask(vote.id(), voter, account))
                .orElseGet(() -> Act.refused(Problem.NOT_YOUR_HOME));
    }

    private Act ask(VoteId vote, VotingOwners.Voter voter, long account) {
        statement("""
                insert into linli.assistance_request
                    (community_id, vote_no, entry_id, home_no, owner_no, requested_at, by_account)
                values (:community, :vote, :entry, :home, :owner, :at, :account)
                on conflict do nothing
                """, vote)
                .param("entry", HexFormat.of().parseHex(voter.entry()))
                .param("home", voter.homeNo())
                .param("owner", voter.ownerNo())
                .param("at", time.now().atOffset(ZoneOffset.UTC))
                .param("account", account)
                .update();
        return new Act.Done(voter.homeNo());
    }

    private static Request request(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Request(
                row.getInt("home_no"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

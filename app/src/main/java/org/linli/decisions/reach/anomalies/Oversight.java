package org.linli.decisions.reach.anomalies;

import org.linli.decisions.Vote;
import org.linli.decisions.VoteId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How often somebody objected and somebody ruled in a vote: numbers that every owner of the area may count. */
@Component
public class Oversight {

    private static final String COUNTS = """
            select (select count(*) from linli.ballot_denial where community_id = :community and vote_no = :vote) contested,
                   (select count(*) from linli.ballot_annulment where community_id = :community and vote_no = :vote) annulled,
                   (select count(*) from linli.ballot_ruling where community_id = :community and vote_no = :vote)
                   + (select count(*) from linli.roll_ruling where community_id = :community and vote_no = :vote)
                   + (select count(*) from linli.vote_objection_ruling where community_id = :community and vote_no = :vote) rulings
            """;

    private final JdbcClient jdbc;

    Oversight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param contested denials of a ballot @param annulled ballots @param rulings on denials, challenges of the roll and objections */
    public record Counts(int contested, int annulled, int rulings) {}

    public Counts counts(Vote vote) {
        VoteId id = vote.id();
        return jdbc.sql(COUNTS)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query(Counts.class)
                .single();
    }
}

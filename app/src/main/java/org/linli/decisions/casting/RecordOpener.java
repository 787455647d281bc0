package org.linli.decisions.casting;

import java.util.NoSuchElementException;
import java.util.Optional;
import org.linli.decisions.Vote;
import org.linli.ledger.BallotPaper;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.VoteKey;
import org.linli.publishing.ledger.NewLeaf;
import org.linli.publishing.ledger.Records;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Opens a vote's record: the OPEN leaf fixes the ballot paper word for word before anybody votes. */
@Service
public class RecordOpener {

    private final RecordWriter writer;
    private final Box box;
    private final JdbcClient jdbc;

    RecordOpener(RecordWriter writer, Box box, JdbcClient jdbc) {
        this.writer = writer;
        this.box = box;
        this.jdbc = jdbc;
    }

    /** Appends the OPEN leaf, unless it stands already. Call it outside of any transaction, once the roll is final. */
    public void open(Vote vote) {
        Leaf open = new Leaf.Open(
                VoteKey.parse(vote.key()),
                BallotPapers.micros(vote.terms().opensAt()),
                BallotPapers.of(vote, vote.communityName(), vote.division()).digest(Records.SUITE));
        try {
            writer.append(
                    vote, new NewLeaf("OPEN", Leaves.encode(open)), () -> refuseTwice(vote), place -> store(vote));
        } catch (AlreadyOpen before) {
            // Another node, or this one before it was stopped.
        }
    }

    private void store(Vote vote) {
        jdbc.sql("""
                insert into linli.vote_paper (community_id, vote_no, community_name, division_code)
                values (:community, :vote, :name, :division)
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("name", vote.communityName())
                .param("division", vote.division())
                .update();
    }

    /** The ballot paper as the OPEN leaf fixed it; empty before. */
    public Optional<BallotPaper> paper(Vote vote) {
        return jdbc.sql("""
                select community_name, division_code from linli.vote_paper
                where community_id = :community and vote_no = :vote
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .query((row, n) ->
                        BallotPapers.of(vote, row.getString("community_name"), row.getString("division_code")))
                .optional();
    }

    private void refuseTwice(Vote vote) {
        if (box.now(vote.id()).orElseThrow(NoSuchElementException::new).opened()) {
            throw new AlreadyOpen();
        }
    }

    private static final class AlreadyOpen extends RuntimeException {}
}

package org.linli.decisions.roll;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.linli.decisions.Vote;
import org.linli.ledger.Digest;
import org.linli.ledger.Leaf;
import org.linli.ledger.Leaves;
import org.linli.ledger.RollRoot;
import org.linli.ledger.VoteKey;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Announces the fingerprint of each roll and version in the vote's record, once each and in order, after the rows of the roll are
 * stored: a server that dies in between does it when it is up again.
 */
@Component
class RollLeaves {

    private final VoteRecord record;
    private final JdbcClient jdbc;
    private final BusinessTime time;

    RollLeaves(VoteRecord record, JdbcClient jdbc, BusinessTime time) {
        this.record = record;
        this.jdbc = jdbc;
        this.time = time;
    }

    private record Root(int version, int rollNo, int heads, byte[] hash) {}

    void announce(Vote vote) {
        jdbc.sql("""
                select t.version_no, t.roll_no, t.heads, t.root from linli.roll_root t
                where t.community_id = :community and t.vote_no = :vote
                  and not exists (select 1 from linli.roll_leaf l
                                   where l.community_id = t.community_id and l.vote_no = t.vote_no
                                     and l.version_no = t.version_no and l.roll_no = t.roll_no)
                order by t.version_no, t.roll_no
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .query((row, n) -> new Root(
                        row.getInt("version_no"), row.getInt("roll_no"), row.getInt("heads"), row.getBytes("root")))
                .list()
                .forEach(root -> announce(vote, root));
    }

    private void announce(Vote vote, Root root) {
        try {
            record.announce(vote, leaf(vote, root), () -> refuseTwice(vote, root), () -> store(vote, root));
        } catch (Announced before) {
            // Another node, or this one before it was stopped.
        }
    }

    private static final class Announced extends RuntimeException {}

    private void refuseTwice(Vote vote, Root root) {
        boolean told = jdbc.sql("""
                select exists (select 1 from linli.roll_leaf
                                where community_id = :community and vote_no = :vote and version_no = :version and roll_no = :roll)
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("version", root.version)
                .param("roll", root.rollNo)
                .query(Boolean.class)
                .single();
        if (told) {
            throw new Announced();
        }
    }

    private static byte[] leaf(Vote vote, Root root) {
        return Leaves.encode(
                new Leaf.Roll(VoteKey.parse(vote.key()), root.rollNo, new RollRoot(root.heads, Digest.of(root.hash))));
    }

    private void store(Vote vote, Root root) {
        jdbc.sql("""
                insert into linli.roll_leaf (community_id, vote_no, version_no, roll_no, at)
                values (:community, :vote, :version, :roll, :at)
                """)
                .param("community", vote.id().community().value())
                .param("vote", vote.id().number())
                .param("version", root.version)
                .param("roll", root.rollNo)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
    }
}

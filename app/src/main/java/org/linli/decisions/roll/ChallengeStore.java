package org.linli.decisions.roll;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes.By;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Challenges and rulings. What an owner wrote may name people, so it rests encrypted. */
@Repository
class ChallengeStore {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessTime time;

    ChallengeStore(JdbcClient jdbc, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    List<Challenges.Challenge> list(VoteId id) {
        return jdbc.sql("""
                select t.challenge_no, t.home_no, t.text, t.by_account, t.at, r.upheld, r.reason, r.by_name, r.at as ruled_at
                from linli.roll_challenge t
                left join linli.roll_ruling r on r.community_id = t.community_id and r.vote_no = t.vote_no
                     and r.challenge_no = t.challenge_no
                where t.community_id = :community and t.vote_no = :vote
                order by t.challenge_no
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .query((row, n) -> new Challenges.Challenge(
                        row.getInt("challenge_no"),
                        row.getObject("home_no", Integer.class),
                        personal.decrypt(row.getBytes("text")),
                        row.getLong("by_account"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        ruling(row)))
                .list();
    }

    private static Challenges.@Nullable Ruling ruling(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject("ruled_at", OffsetDateTime.class);
        return at == null
                ? null
                : new Challenges.Ruling(
                        row.getBoolean("upheld"), row.getString("reason"), row.getString("by_name"), at.toInstant());
    }

    void insert(VoteId id, long account, @Nullable Integer homeNo, String text) {
        NamedLock.hold(jdbc, "challenges of vote " + id);
        jdbc.sql("""
                insert into linli.roll_challenge (community_id, vote_no, challenge_no, home_no, text, by_account, at)
                select :community, :vote, coalesce(max(challenge_no), 0) + 1, :home, :text, :account, :at
                from linli.roll_challenge where community_id = :community and vote_no = :vote
                """)
                .param("community", id.community().value())
                .param("vote", id.number())
                .param("home", homeNo, Types.INTEGER)
                .param("text", personal.encrypt(text))
                .param("account", account)
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
    }

    /** @return false if somebody else ruled in between */
    boolean rule(VoteId id, int number, boolean upheld, String reason, By by) {
        return jdbc.sql("""
                insert into linli.roll_ruling (community_id, vote_no, challenge_no, upheld, reason, by_name, by_account, at)
                values (:community, :vote, :challenge, :upheld, :reason, :by, :account, :at)
                on conflict do nothing
                """)
                        .param("community", id.community().value())
                        .param("vote", id.number())
                        .param("challenge", number)
                        .param("upheld", upheld)
                        .param("reason", reason)
                        .param("by", by.name())
                        .param("account", Objects.requireNonNull(by.account()))
                        .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                        .update()
                == 1;
    }
}

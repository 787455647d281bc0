package org.linli.decisions.reach.assistance;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class AssistanceStore {

    private final JdbcClient jdbc;

    AssistanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<VotingPoint> points(VoteId vote) {
        return statement("""
                select point_no, kind, place, hours, first_account, first_name, second_account, second_name
                from linli.voting_point
                where community_id = :community and vote_no = :vote
                order by point_no
                """, vote)
                .query((row, n) -> new VotingPoint(
                        row.getInt("point_no"),
                        VotingPoint.Kind.valueOf(row.getString("kind")),
                        row.getString("place"),
                        row.getString("hours"),
                        new VotingPoint.Staff(row.getLong("first_account"), row.getString("first_name")),
                        new VotingPoint.Staff(row.getLong("second_account"), row.getString("second_name"))))
                .list();
    }

    void insert(VoteId vote, VotingPoint point, Instant at, Actor by) {
        statement("""
                insert into linli.voting_point (community_id, vote_no, point_no, kind, place, hours, first_account, first_name,
                                                second_account, second_name, registered_at, by_name, by_account)
                values (:community, :vote, :number, :kind, :place, :hours, :first, :firstName, :second, :secondName, :at, :by,
                        :account)
                """, vote)
                .param("number", point.number())
                .param("kind", point.kind().name())
                .param("place", point.place())
                .param("hours", point.hours())
                .param("first", point.first().account())
                .param("firstName", point.first().name())
                .param("second", point.second().account())
                .param("secondName", point.second().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .update();
    }

    List<Session> sessions(VoteId vote) {
        Map<Integer, Map<Session.Step, Session.Done>> steps = steps(vote);
        return statement("""
                select session_no, point_no, encode(entry_id, 'hex') entry, home_no, owner_no, identity_seen, opened_at, by_account
                from linli.assisted_session
                where community_id = :community and vote_no = :vote
                order by session_no
                """, vote)
                .query((row, n) -> session(row, steps.getOrDefault(row.getInt("session_no"), Map.of())))
                .list();
    }

    Optional<Session> session(VoteId vote, int number) {
        return sessions(vote).stream()
                .filter(session -> session.number() == number)
                .findFirst();
    }

    private Map<Integer, Map<Session.Step, Session.Done>> steps(VoteId vote) {
        Map<Integer, Map<Session.Step, Session.Done>> steps = new HashMap<>();
        statement("""
                select session_no, act, reason, at, by_account from linli.assisted_act
                where community_id = :community and vote_no = :vote
                order by session_no, at
                """, vote).query(row -> {
            steps.computeIfAbsent(row.getInt("session_no"), number -> new EnumMap<>(Session.Step.class))
                    .put(
                            Session.Step.valueOf(row.getString("act")),
                            new Session.Done(row.getLong("by_account"), instant(row, "at"), row.getString("reason")));
        });
        return steps;
    }

    void insert(VoteId vote, Session session) {
        statement("""
                insert into linli.assisted_session (community_id, vote_no, session_no, point_no, entry_id, home_no, owner_no,
                                                    identity_seen, opened_at, by_account)
                values (:community, :vote, :number, :point, decode(:entry, 'hex'), :home, :owner, :identity, :at, :account)
                """, vote)
                .param("number", session.number())
                .param("point", session.pointNo())
                .param("entry", session.entry())
                .param("home", session.homeNo())
                .param("owner", session.ownerNo())
                .param("identity", session.identitySeen().name())
                .param("at", session.openedAt().atOffset(ZoneOffset.UTC))
                .param("account", session.opener())
                .update();
    }

    /** @return whether the step was not taken before */
    boolean insert(VoteId vote, int session, Session.Step step, String reason, Instant at, long account) {
        return statement("""
                insert into linli.assisted_act (community_id, vote_no, session_no, act, reason, at, by_account)
                values (:community, :vote, :session, :act, :reason, :at, :account)
                on conflict do nothing
                """, vote)
                        .param("session", session)
                        .param("act", step.name())
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("account", account)
                        .update()
                == 1;
    }

    void insertDraft(VoteId vote, int session, byte[] sealed) {
        statement("""
                insert into linli.assisted_draft (community_id, vote_no, session_no, sealed)
                values (:community, :vote, :session, :sealed)
                """, vote).param("session", session).param("sealed", sealed).update();
    }

    Optional<byte[]> draft(VoteId vote, int session) {
        return statement("""
                select sealed from linli.assisted_draft
                where community_id = :community and vote_no = :vote and session_no = :session
                """, vote)
                .param("session", session)
                .query((row, n) -> row.getBytes("sealed"))
                .optional();
    }

    void deleteDraft(VoteId vote, int session) {
        statement("""
                delete from linli.assisted_draft
                where community_id = :community and vote_no = :vote and session_no = :session
                """, vote).param("session", session).update();
    }

    private static Session session(ResultSet row, Map<Session.Step, Session.Done> steps) throws SQLException {
        return new Session(
                row.getInt("session_no"),
                row.getInt("point_no"),
                row.getString("entry"),
                row.getInt("home_no"),
                row.getInt("owner_no"),
                Session.IdentityPaper.valueOf(row.getString("identity_seen")),
                instant(row, "opened_at"),
                row.getLong("by_account"),
                steps);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

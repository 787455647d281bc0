package org.linli.decisions.counting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.linli.decisions.VoteId;
import org.linli.decisions.counting.Objections.Evidence;
import org.linli.decisions.counting.Objections.Objection;
import org.linli.decisions.counting.Objections.Ruling;
import org.linli.platform.files.DocumentType;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.Viewer;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Objections, encrypted at rest, with their rulings. Whoever calls holds the vote, whose scope was checked. */
@Repository
class ObjectionStore {

    private static final String LIST = """
            select o.objection_no, o.decision_no, o.public_summary, o.by_account, o.at,
                   r.upheld, r.reason, r.by_name, r.at ruled_at
            from linli.vote_objection o
            left join linli.vote_objection_ruling r
              on r.community_id = o.community_id and r.vote_no = o.vote_no and r.objection_no = o.objection_no
            where o.community_id = :community and o.vote_no = :vote
            order by o.objection_no
            """;

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessTime time;

    ObjectionStore(JdbcClient jdbc, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    List<Objection> list(VoteId vote) {
        Map<Integer, List<Evidence>> files = files(vote);
        return on(LIST, vote)
                .query((row, n) -> objection(row, files.getOrDefault(row.getInt("objection_no"), List.of())))
                .list();
    }

    private static Objection objection(ResultSet row, List<Evidence> files) throws SQLException {
        OffsetDateTime ruledAt = row.getObject("ruled_at", OffsetDateTime.class);
        return new Objection(
                row.getInt("objection_no"),
                row.getObject("decision_no", Integer.class),
                row.getString("public_summary"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getLong("by_account"),
                ruledAt == null
                        ? null
                        : new Ruling(
                                row.getBoolean("upheld"),
                                row.getString("reason"),
                                row.getString("by_name"),
                                ruledAt.toInstant()),
                files);
    }

    private Map<Integer, List<Evidence>> files(VoteId vote) {
        Map<Integer, List<Evidence>> files = new HashMap<>();
        on("""
                select objection_no, file_no, file_hash, media from linli.vote_objection_file
                where community_id = :community and vote_no = :vote
                order by objection_no, file_no
                """, vote)
                .query((row, n) -> files.computeIfAbsent(row.getInt("objection_no"), number -> new ArrayList<>())
                        .add(new Evidence(
                                row.getInt("file_no"),
                                row.getString("file_hash"),
                                DocumentType.valueOf(row.getString("media")))))
                .list();
        return files;
    }

    String text(VoteId vote, int number) {
        return personal.decrypt(
                on("""
                select text from linli.vote_objection
                where community_id = :community and vote_no = :vote and objection_no = :number
                """, vote).param("number", number).query(byte[].class).single());
    }

    int add(VoteId vote, Objections.Wish wish, long account) {
        return on("""
                insert into linli.vote_objection
                    (community_id, vote_no, objection_no, decision_no, text, public_summary, by_account, at)
                select :community, :vote, coalesce(max(objection_no), 0) + 1, :decision, :text, :summary, :account, :at
                from linli.vote_objection where community_id = :community and vote_no = :vote
                returning objection_no
                """, vote)
                .param("decision", wish.decision(), Types.INTEGER)
                .param("text", personal.encrypt(wish.text()))
                .param("summary", wish.summary())
                .param("account", account)
                .param("at", now())
                .query(Integer.class)
                .single();
    }

    void addFile(VoteId vote, int objection, String hash, DocumentType type) {
        on("""
                insert into linli.vote_objection_file (community_id, vote_no, objection_no, file_no, file_hash, media)
                select :community, :vote, :objection, coalesce(max(file_no), 0) + 1, :hash, :media
                from linli.vote_objection_file
                where community_id = :community and vote_no = :vote and objection_no = :objection
                """, vote)
                .param("objection", objection)
                .param("hash", hash)
                .param("media", type.name())
                .update();
    }

    /** False when somebody else ruled in between. */
    boolean rule(VoteId vote, int number, boolean upheld, String reason, Viewer by) {
        return on("""
                insert into linli.vote_objection_ruling
                    (community_id, vote_no, objection_no, upheld, reason, by_name, by_account, at)
                values (:community, :vote, :number, :upheld, :reason, :by, :account, :at)
                on conflict do nothing
                """, vote)
                        .param("number", number)
                        .param("upheld", upheld)
                        .param("reason", reason)
                        .param("by", by.name())
                        .param("account", by.accountId())
                        .param("at", now())
                        .update()
                == 1;
    }

    void voidDecision(VoteId vote, int decision, int objection) {
        on("""
                insert into linli.decision_void (community_id, vote_no, decision_no, objection_no, day, at)
                values (:community, :vote, :decision, :objection, :day, :at)
                on conflict do nothing
                """, vote)
                .param("decision", decision)
                .param("objection", objection)
                .param("day", time.today())
                .param("at", now())
                .update();
    }

    List<Integer> voided(VoteId vote) {
        return on("""
                select decision_no from linli.decision_void
                where community_id = :community and vote_no = :vote
                order by decision_no
                """, vote).query(Integer.class).list();
    }

    private JdbcClient.StatementSpec on(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }
}

package org.linli.decisions.drafting;

import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.Votes.By;
import org.linli.platform.files.DocumentType;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.time.BusinessTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Nominations, encrypted. Its callers have the vote already, so its rows are within their scope. */
@Repository
class NominationStore {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessTime time;

    NominationStore(JdbcClient jdbc, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    private JdbcClient.StatementSpec of(String sql, VoteId id) {
        return jdbc.sql(sql).param("community", id.community().value()).param("vote", id.number());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }

    /** The highest number of a decision that owners were asked candidates for, 0 without any. */
    int lastDecision(VoteId id) {
        return of("""
                select coalesce(max(decision_no), 0) from linli.nomination_window
                where community_id = :community and vote_no = :vote
                """, id).query(Integer.class).single();
    }

    void open(VoteId id, int decision, LocalDate from, LocalDate to, By by) {
        of("""
                insert into linli.nomination_window (community_id, vote_no, decision_no, window_no, from_on, to_on, by_name, at)
                select :community, :vote, :decision, coalesce(max(window_no), 0) + 1, :from, :to, :by, :at
                from linli.nomination_window where community_id = :community and vote_no = :vote and decision_no = :decision
                """, id)
                .param("decision", decision)
                .param("from", from)
                .param("to", to)
                .param("by", by.name())
                .param("at", now())
                .update();
    }

    /** The last window opened for each election. */
    List<NominationWindow> windows(VoteId id) {
        return of("""
                select distinct on (decision_no) decision_no, from_on, to_on from linli.nomination_window
                where community_id = :community and vote_no = :vote
                order by decision_no, window_no desc
                """, id)
                .query((row, n) -> new NominationWindow(
                        row.getInt("decision_no"),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("to_on", LocalDate.class)))
                .list();
    }

    int add(VoteId id, Nomination nomination) {
        return of("""
                insert into linli.nomination (community_id, vote_no, nomination_no, decision_no, source, name, room, statement,
                                              nominators, by_account, at)
                select :community, :vote, coalesce(max(nomination_no), 0) + 1, :decision, :source, :name, :room, :statement,
                       :nominators, :account, :at
                from linli.nomination where community_id = :community and vote_no = :vote
                returning nomination_no
                """, id)
                .param("decision", nomination.decision())
                .param("source", nomination.source().name())
                .param("name", personal.encrypt(nomination.name()))
                .param("room", personal.encrypt(nomination.room()))
                .param("statement", personal.encrypt(nomination.statement()))
                .param("nominators", personal.encrypt(nomination.nominators()))
                .param("account", nomination.byAccount())
                .param("at", now())
                .query(Integer.class)
                .single();
    }

    void act(VoteId id, int nomination, Nomination.Step step, @Nullable Integer ownerNo, String reason, By by) {
        act(id, nomination, step, ownerNo, reason, null, by);
    }

    /** A consent on paper. */
    void consent(VoteId id, int nomination, String note, Nomination.Paper paper, By by) {
        act(id, nomination, Nomination.Step.CONSENTED, null, note, paper, by);
    }

    private void act(
            VoteId id,
            int nomination,
            Nomination.Step step,
            @Nullable Integer ownerNo,
            String reason,
            Nomination.@Nullable Paper paper,
            By by) {
        of("""
                insert into linli.nomination_act (community_id, vote_no, nomination_no, act_no, act, day, owner_no, reason,
                                                  file_hash, media, by_name, by_account, at)
                select :community, :vote, :nomination, coalesce(max(act_no), 0) + 1, :act, :day, :owner, :reason,
                       :file, :media, :by, :account, :at
                from linli.nomination_act where community_id = :community and vote_no = :vote and nomination_no = :nomination
                """, id)
                .param("nomination", nomination)
                .param("act", step.name())
                .param("day", time.today())
                .param("file", paper == null ? null : paper.hash(), Types.VARCHAR)
                .param("media", paper == null ? null : paper.type().name(), Types.VARCHAR)
                .param("owner", ownerNo, Types.INTEGER)
                .param("reason", personal.encrypt(reason))
                .param("by", by.name())
                .param("account", by.account())
                .param("at", now())
                .update();
    }

    List<Nomination> list(VoteId id) {
        Map<Integer, List<Nomination.Act>> acts = of("""
                select nomination_no, act, day, owner_no, reason, by_name, file_hash, media from linli.nomination_act
                where community_id = :community and vote_no = :vote order by nomination_no, act_no
                """, id)
                .query((row, n) -> Map.entry(
                        row.getInt("nomination_no"),
                        new Nomination.Act(
                                Nomination.Step.valueOf(row.getString("act")),
                                row.getObject("day", LocalDate.class),
                                row.getObject("owner_no", Integer.class),
                                personal.decrypt(row.getBytes("reason")),
                                row.getString("by_name"),
                                paper(row.getString("file_hash"), row.getString("media")))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return of("""
                select nomination_no, decision_no, source, name, room, statement, nominators, by_account from linli.nomination
                where community_id = :community and vote_no = :vote order by nomination_no
                """, id)
                .query((row, n) -> new Nomination(
                        row.getInt("nomination_no"),
                        row.getInt("decision_no"),
                        Nomination.Source.valueOf(row.getString("source")),
                        personal.decrypt(row.getBytes("name")),
                        personal.decrypt(row.getBytes("room")),
                        personal.decrypt(row.getBytes("statement")),
                        personal.decrypt(row.getBytes("nominators")),
                        row.getLong("by_account"),
                        acts.getOrDefault(row.getInt("nomination_no"), List.of())))
                .list();
    }

    private static Nomination.@Nullable Paper paper(@Nullable String hash, @Nullable String media) {
        return hash == null || media == null ? null : new Nomination.Paper(hash, DocumentType.valueOf(media));
    }

    Optional<Nomination> find(VoteId id, int number) {
        return list(id).stream()
                .filter(nomination -> nomination.number() == number)
                .findFirst();
    }
}

package org.linli.decisions.reach.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ReminderStore {

    private final JdbcClient jdbc;

    ReminderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Reminders.Sent> list(VoteId vote) {
        return statement("""
                select owner_no, reminder_no, wording, sent_at, sent_on, by_name from linli.vote_reminder
                where community_id = :community and vote_no = :vote
                order by sent_at, owner_no
                """, vote)
                .query((row, n) -> new Reminders.Sent(
                        row.getInt("owner_no"),
                        row.getInt("reminder_no"),
                        Wording.valueOf(row.getString("wording")),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getObject("sent_on", LocalDate.class),
                        row.getString("by_name")))
                .list();
    }

    void insert(VoteId vote, int ownerNo, int number, Wording wording, Instant at, LocalDate on, Actor by) {
        statement("""
                insert into linli.vote_reminder (community_id, vote_no, owner_no, reminder_no, wording, sent_at, sent_on, by_name,
                                                 by_account)
                values (:community, :vote, :owner, :number, :wording, :at, :on, :by, :account)
                """, vote)
                .param("owner", ownerNo)
                .param("number", number)
                .param("wording", wording.name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("on", on)
                .param("by", by.name())
                .param("account", by.account())
                .update();
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

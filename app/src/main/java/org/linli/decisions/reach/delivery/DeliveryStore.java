package org.linli.decisions.reach.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.decisions.reach.Actor;
import org.linli.decisions.reach.Evidence;
import org.linli.platform.files.DocumentType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DeliveryStore {

    private static final String LIST = """
            select d.delivery_no, d.home_no, d.way, d.on_day, d.place, d.file_hash, d.file_type, d.recorded_at, d.by_name,
                   v.reason voided
            from linli.ballot_delivery d
            left join linli.ballot_delivery_void v
                 on v.community_id = d.community_id and v.vote_no = d.vote_no and v.delivery_no = d.delivery_no
            where d.community_id = :community and d.vote_no = :vote
            order by d.delivery_no
            """;

    private final JdbcClient jdbc;

    DeliveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Delivery> list(VoteId vote) {
        return statement(LIST, vote).query(DeliveryStore::delivery).list();
    }

    int next(VoteId vote) {
        return statement("""
                select coalesce(max(delivery_no), 0) + 1 from linli.ballot_delivery
                where community_id = :community and vote_no = :vote
                """, vote).query(Integer.class).single();
    }

    void insert(
            VoteId vote,
            int number,
            int homeNo,
            Way way,
            LocalDate onDay,
            String place,
            Evidence.@Nullable Kept file,
            Instant at,
            Actor by) {
        statement("""
                insert into linli.ballot_delivery (community_id, vote_no, delivery_no, home_no, way, on_day, place, file_hash,
                                                   file_type, recorded_at, by_name, by_account)
                values (:community, :vote, :number, :home, :way, :day, :place, :hash, :type, :at, :by, :account)
                """, vote)
                .param("number", number)
                .param("home", homeNo)
                .param("way", way.name())
                .param("day", onDay)
                .param("place", place)
                .param("hash", file == null ? null : file.hash())
                .param("type", file == null ? null : file.type().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account())
                .update();
    }

    /** Once a home, and only for those on the roll. @param readers the account that read, by home */
    void insertReads(VoteId vote, SortedMap<Integer, Long> readers, LocalDate day, Instant at, String by) {
        statement("""
                insert into linli.ballot_delivery (community_id, vote_no, delivery_no, home_no, way, on_day, place, recorded_at,
                                                   by_name, by_account)
                select :community, :vote,
                       (select coalesce(max(d.delivery_no), 0) from linli.ballot_delivery d
                         where d.community_id = :community and d.vote_no = :vote) + row_number() over (order by read.home),
                       read.home, 'PHONE_READ', :day, '', :at, :by, read.account
                from unnest(:homes::int[], :accounts::bigint[]) read (home, account)
                where exists (select 1 from linli.roll_part p
                               where p.community_id = :community and p.vote_no = :vote and p.home_no = read.home)
                  and not exists (select 1 from linli.ballot_delivery d
                                   where d.community_id = :community and d.vote_no = :vote and d.home_no = read.home
                                     and d.way = 'PHONE_READ')
                """, vote)
                .param("homes", readers.keySet().toArray(Integer[]::new))
                .param("accounts", readers.values().toArray(Long[]::new))
                .param("day", day)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** @return whether it was not voided before */
    boolean insertVoid(VoteId vote, int number, String reason, Instant at, Actor by) {
        return statement("""
                insert into linli.ballot_delivery_void (community_id, vote_no, delivery_no, reason, recorded_at, by_name, by_account)
                values (:community, :vote, :number, :reason, :at, :by, :account)
                on conflict do nothing
                """, vote)
                        .param("number", number)
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("account", by.account())
                        .update()
                == 1;
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        String type = row.getString("file_type");
        return new Delivery(
                row.getInt("delivery_no"),
                row.getInt("home_no"),
                Way.valueOf(row.getString("way")),
                row.getObject("on_day", LocalDate.class),
                row.getString("place"),
                row.getString("file_hash"),
                type == null ? null : DocumentType.valueOf(type),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("by_name"),
                row.getString("voided"));
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

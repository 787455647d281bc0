package org.linli.decisions.editions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.decisions.VoteId;
import org.linli.platform.scope.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Editions as rows: asked for, made, downloaded. Nothing is changed. The caller reached the vote within its own scope. */
@Repository
class EditionStore {

    private final JdbcClient jdbc;

    EditionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Edition> list(VoteId vote) {
        return statement("""
                select e.edition_no, e.order_no, e.authority, e.requester, e.requester_grant, e.requested_by, e.requested_at,
                       m.confirmer, m.confirmer_grant, m.confirmed_by, m.made_at, m.open_until, m.file_hash,
                       (select count(*) from linli.vote_edition_download d
                         where d.community_id = e.community_id and d.vote_no = e.vote_no and d.edition_no = e.edition_no) downloads
                from linli.vote_edition e
                left join linli.vote_edition_made m using (community_id, vote_no, edition_no)
                where e.community_id = :community and e.vote_no = :vote
                order by e.edition_no
                """, vote).query((row, n) -> edition(row)).list();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                row.getInt("edition_no"),
                row.getString("order_no"),
                row.getString("authority"),
                new Edition.Hat(
                        row.getLong("requester"), row.getLong("requester_grant"), row.getString("requested_by")),
                instant(row, "requested_at"),
                made(row));
    }

    private static Edition.@Nullable Made made(ResultSet row) throws SQLException {
        String hash = row.getString("file_hash");
        return hash == null
                ? null
                : new Edition.Made(
                        new Edition.Hat(
                                row.getLong("confirmer"),
                                row.getLong("confirmer_grant"),
                                row.getString("confirmed_by")),
                        instant(row, "made_at"),
                        instant(row, "open_until"),
                        hash,
                        row.getInt("downloads"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @return its number */
    int insert(VoteId vote, String order, String authority, Instant at, Viewer by) {
        return by("""
                insert into linli.vote_edition (community_id, vote_no, edition_no, order_no, authority, requester, requester_grant,
                    requested_by, requested_at)
                select :community, :vote, coalesce(max(edition_no), 0) + 1, :order, :authority, :account, :grant, :name, :at
                from linli.vote_edition where community_id = :community and vote_no = :vote
                returning edition_no
                """, vote, at, by)
                .param("order", order)
                .param("authority", authority)
                .query(Integer.class)
                .single();
    }

    /** @return whether nobody was quicker */
    boolean insertMade(VoteId vote, Edition edition, Instant at, Instant until, String hash, Viewer by) {
        return by("""
                insert into linli.vote_edition_made (community_id, vote_no, edition_no, requester, confirmer, confirmer_grant,
                    confirmed_by, made_at, open_until, file_hash)
                values (:community, :vote, :edition, :requester, :account, :grant, :name, :at, :until, :hash)
                on conflict do nothing
                """, vote, at, by)
                        .param("edition", edition.number())
                        .param("requester", edition.requester().account())
                        .param("until", until.atOffset(ZoneOffset.UTC))
                        .param("hash", hash)
                        .update()
                == 1;
    }

    void insertDownload(VoteId vote, Edition edition, Instant at, long account) {
        statement("""
                insert into linli.vote_edition_download (community_id, vote_no, edition_no, download_no, account, at)
                select :community, :vote, :edition, coalesce(max(download_no), 0) + 1, :account, :at
                from linli.vote_edition_download
                where community_id = :community and vote_no = :vote and edition_no = :edition
                """, vote)
                .param("edition", edition.number())
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec by(String sql, VoteId vote, Instant at, Viewer by) {
        return statement(sql, vote)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", by.accountId())
                .param("grant", by.grantId())
                .param("name", by.name());
    }

    private JdbcClient.StatementSpec statement(String sql, VoteId vote) {
        return jdbc.sql(sql).param("community", vote.community().value()).param("vote", vote.number());
    }
}

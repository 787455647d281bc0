package org.linli.publishing.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The alias {@code c} of the notices answers {@link RowScope}: they carry their division and their community. */
@Repository
class NoticeStore {

    private static final String SELECT = """
            select c.community_id, c.notice_no, c.division_code, c.place_name, c.kind, c.page, c.subject, c.body, c.open_contacts,
                   c.from_on, c.until_on, c.posted_at, c.by_name, r.reason, r.retracted_at, r.by_name retracted_by,
                   (select count(*) from linli.notice_photo p
                     where p.community_id = c.community_id and p.notice_no = c.notice_no) photos
            from linli.notice c
            left join linli.notice_retraction r using (community_id, notice_no)
            """;

    private final JdbcClient jdbc;

    NoticeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if one of this origin hangs already. */
    Optional<NoticeId> insert(
            NewNotice notice, String subject, String body, List<String> open, Instant at, Notices.By by) {
        hold("notices " + notice.key());
        return jdbc.sql("""
                insert into linli.notice (community_id, notice_no, division_code, place_name, kind, origin, page, subject, body,
                                          open_contacts, from_on, until_on, posted_at, by_name, by_account)
                select :community, coalesce(max(notice_no), 0) + 1, :division, :place, :kind, :origin, :page, :subject, :body,
                       :open, :from, :until, :at, :by, :account
                from linli.notice where community_id = :community
                on conflict (community_id, origin) do nothing
                returning notice_no
                """)
                .param("community", notice.key())
                .param("division", notice.division())
                .param("place", notice.place())
                .param("kind", notice.kind())
                .param("origin", notice.origin(), java.sql.Types.VARCHAR)
                .param("page", notice.page())
                .param("subject", subject)
                .param("body", body)
                .param("open", open.toArray(String[]::new))
                .param("from", notice.from())
                .param("until", notice.until())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account(), java.sql.Types.BIGINT)
                .query(Integer.class)
                .optional()
                .map(number -> new NoticeId(notice.key(), number));
    }

    private void hold(String name) {
        NamedLock.hold(jdbc, name);
    }

    List<Notice> current(long community, String division, LocalDate today) {
        return jdbc.sql(SELECT + """
                where (c.community_id = :community or c.community_id = 0 and :division like c.division_code || '%')
                  and c.from_on <= :today and c.until_on >= :today and r.reason is null
                order by c.from_on desc, c.community_id desc, c.notice_no desc
                """)
                .param("community", community)
                .param("division", division)
                .param("today", today)
                .query(NoticeStore::notice)
                .list();
    }

    List<Notice> list(RowScope rows, LocalDate today) {
        return jdbc.sql(SELECT + """
                where c.until_on >= cast(:today as date) - 90 and %s
                order by (c.until_on >= cast(:today as date) and r.reason is null) desc, c.from_on desc, c.community_id, c.notice_no desc
                limit 200
                """.formatted(RowScope.SQL))
                .params(rows.parameters())
                .param("today", today)
                .query(NoticeStore::notice)
                .list();
    }

    Optional<Notice> find(NoticeId id, RowScope rows) {
        return of(SELECT + " where c.community_id = :community and c.notice_no = :number and " + RowScope.SQL, id)
                .params(rows.parameters())
                .query(NoticeStore::notice)
                .optional();
    }

    boolean retract(NoticeId id, String reason, Instant at, Notices.By by) {
        return of("""
                insert into linli.notice_retraction (community_id, notice_no, reason, retracted_at, by_name, by_account)
                values (:community, :number, :reason, :at, :by, :account)
                on conflict do nothing
                """, id)
                        .param("reason", reason)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.name())
                        .param("account", by.account(), java.sql.Types.BIGINT)
                        .update()
                == 1;
    }

    void retractAll(long community, String origin, String reason, LocalDate today, Instant at, Notices.By by) {
        jdbc.sql("""
                insert into linli.notice_retraction (community_id, notice_no, reason, retracted_at, by_name, by_account)
                select n.community_id, n.notice_no, :reason, :at, :by, :account from linli.notice n
                where n.community_id = :community and starts_with(n.origin, :origin) and n.until_on >= :today
                on conflict do nothing
                """)
                .param("community", community)
                .param("origin", origin)
                .param("reason", reason)
                .param("today", today)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account(), java.sql.Types.BIGINT)
                .update();
    }

    List<Notice.Photo> photos(NoticeId id) {
        return of("""
                select photo_no, place, on_day, file_hash, posted_at, by_name from linli.notice_photo
                where community_id = :community and notice_no = :number
                order by photo_no
                """, id)
                .query((row, n) -> new Notice.Photo(
                        row.getInt("photo_no"),
                        row.getString("place"),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("file_hash"),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                        row.getString("by_name")))
                .list();
    }

    void insertPhoto(NoticeId id, String place, LocalDate on, String hash, Instant at, Notices.By by) {
        hold("notice photos " + id);
        of("""
                insert into linli.notice_photo (community_id, notice_no, photo_no, place, on_day, file_hash, posted_at, by_name, by_account)
                select :community, :number, coalesce(max(photo_no), 0) + 1, :place, :on, :hash, :at, :by, :account
                from linli.notice_photo where community_id = :community and notice_no = :number
                """, id)
                .param("place", place)
                .param("on", on)
                .param("hash", hash)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.name())
                .param("account", by.account(), java.sql.Types.BIGINT)
                .update();
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        String reason = row.getString("reason");
        return new Notice(
                new NoticeId(row.getLong("community_id"), row.getInt("notice_no")),
                row.getString("division_code"),
                row.getString("place_name"),
                row.getString("kind"),
                row.getString("page"),
                row.getString("subject"),
                row.getString("body"),
                List.of((String[]) row.getArray("open_contacts").getArray()),
                row.getObject("from_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                instant(row, "posted_at"),
                row.getString("by_name"),
                row.getInt("photos"),
                reason == null
                        ? null
                        : new Notice.Retraction(reason, instant(row, "retracted_at"), row.getString("retracted_by")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private JdbcClient.StatementSpec of(String sql, NoticeId id) {
        return jdbc.sql(sql).param("community", id.community()).param("number", id.number());
    }
}

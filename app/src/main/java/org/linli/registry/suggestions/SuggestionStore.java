package org.linli.registry.suggestions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.postgres.NamedLock;
import org.linli.platform.scope.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Proposed corrections and what was said to them: only ever added to. */
@Repository
class SuggestionStore {

    private static final String ROWS = """
            select t.community_id, t.suggestion_no, t.subject, t.owner_no, t.held, t.proposed, t.reason, t.evidence, t.by_account,
                   t.by_name, t.suggested_at, t.due_on, c.name community, c.division_code, r.accepted, r.reason ruling, r.by_name ruled_by, r.ruled_at
            from linli.correction_suggestion t
            join linli.community_place c on c.community_id = t.community_id
            left join linli.correction_ruling r on r.community_id = t.community_id and r.suggestion_no = t.suggestion_no
            where\s
            """ + RowScope.SQL;

    private final JdbcClient jdbc;
    private final PersonalData personal;

    SuggestionStore(JdbcClient jdbc, PersonalData personal) {
        this.jdbc = jdbc;
        this.personal = personal;
    }

    /** Nobody else proposes or decides in this community until the transaction ends. */
    void lock(CommunityId community) {
        NamedLock.hold(jdbc, "suggestions " + community);
    }

    /** What somebody proposes. */
    record Wish(
            CommunityId community,
            Suggestion.Subject subject,
            @Nullable Integer ownerNo,
            Map<String, String> held,
            Map<String, String> proposed,
            String reason,
            String evidence) {}

    SuggestionId insert(Wish wish, long account, String name, Instant at, LocalDate due) {
        return new SuggestionId(
                wish.community,
                jdbc.sql("""
                insert into linli.correction_suggestion
                    (community_id, suggestion_no, subject, owner_no, held, proposed, reason, evidence, by_account, by_name,
                     suggested_at, due_on)
                select :community, coalesce(max(suggestion_no), 0) + 1, :subject, cast(:owner as int), :held, :proposed, :reason,
                       :evidence, :account, :name, :at, :due
                from linli.correction_suggestion where community_id = :community
                returning suggestion_no
                """)
                        .param("community", wish.community.value())
                        .param("subject", wish.subject.name())
                        .param("owner", wish.ownerNo)
                        .param("held", personal.encrypt(lines(wish.held)))
                        .param("proposed", personal.encrypt(lines(wish.proposed)))
                        .param("reason", personal.encrypt(wish.reason))
                        .param("evidence", personal.encrypt(wish.evidence))
                        .param("account", account)
                        .param("name", personal.encrypt(name))
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("due", due)
                        .query(Integer.class)
                        .single());
    }

    void rule(SuggestionId id, boolean accepted, String reason, long account, String name, Instant at) {
        jdbc.sql("""
                insert into linli.correction_ruling (community_id, suggestion_no, accepted, reason, by_account, by_name, ruled_at)
                values (:community, :number, :accepted, :reason, :account, :name, :at)
                """)
                .param("community", id.community().value())
                .param("number", id.number())
                .param("accepted", accepted)
                .param("reason", personal.encrypt(reason))
                .param("account", account)
                .param("name", name)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Suggestion> find(SuggestionId id, RowScope scope) {
        return jdbc.sql(ROWS + " and t.community_id = :community and t.suggestion_no = :number")
                .params(scope.parameters())
                .param("community", id.community().value())
                .param("number", id.number())
                .query(this::suggestion)
                .optional();
    }

    /** Open or decided ones; the open ones by their day, the decided ones newest first. */
    List<Suggestion> list(boolean open, RowScope scope, int limit) {
        return jdbc.sql(ROWS
                        + (open
                                ? " and r.ruled_at is null order by t.due_on, t.community_id, t.suggestion_no"
                                : " and r.ruled_at is not null order by r.ruled_at desc, t.community_id, t.suggestion_no")
                        + " limit :limit")
                .params(scope.parameters())
                .param("limit", limit)
                .query(this::suggestion)
                .list();
    }

    long countOpen(RowScope scope) {
        return jdbc.sql("select count(*) from (" + ROWS + " and r.ruled_at is null) open")
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    /** What an account proposed in a community, newest first. */
    List<Suggestion> listOf(long account, @Nullable CommunityId community, int limit) {
        return jdbc.sql(ROWS + """
                 and t.by_account = :account and (cast(:community as bigint) is null or t.community_id = :community)
                order by t.suggested_at desc, t.community_id, t.suggestion_no limit :limit
                """)
                .params(RowScope.everything().parameters())
                .param("account", account)
                .param("community", community == null ? null : community.value())
                .param("limit", limit)
                .query(this::suggestion)
                .list();
    }

    /** What an account proposed that waits for its answer. */
    List<Suggestion> listOpenOf(long account) {
        return jdbc.sql(
                        ROWS
                                + " and t.by_account = :account and r.ruled_at is null order by t.due_on, t.community_id, t.suggestion_no")
                .params(RowScope.everything().parameters())
                .param("account", account)
                .query(this::suggestion)
                .list();
    }

    int countOpenOf(long account, CommunityId community) {
        return jdbc.sql("""
                select count(*) from linli.correction_suggestion t
                where t.by_account = :account and t.community_id = :community
                  and not exists (select 1 from linli.correction_ruling r
                                   where r.community_id = t.community_id and r.suggestion_no = t.suggestion_no)
                """)
                .param("account", account)
                .param("community", community.value())
                .query(Integer.class)
                .single();
    }

    /** Open ones of one community. */
    List<Suggestion> listOpen(CommunityId community, RowScope scope) {
        return jdbc.sql(ROWS
                        + " and t.community_id = :community and r.ruled_at is null order by t.due_on, t.suggestion_no")
                .params(scope.parameters())
                .param("community", community.value())
                .query(this::suggestion)
                .list();
    }

    private Suggestion suggestion(ResultSet row, int n) throws SQLException {
        byte @Nullable [] ruling = row.getBytes("ruling");
        return new Suggestion(
                new SuggestionId(new CommunityId(row.getLong("community_id")), row.getInt("suggestion_no")),
                row.getString("community"),
                new DivisionCode(row.getString("division_code")),
                Suggestion.Subject.valueOf(row.getString("subject")),
                row.getObject("owner_no", Integer.class),
                fields(personal.decrypt(row.getBytes("held"))),
                fields(personal.decrypt(row.getBytes("proposed"))),
                personal.decrypt(row.getBytes("reason")),
                personal.decrypt(row.getBytes("evidence")),
                row.getLong("by_account"),
                personal.decrypt(row.getBytes("by_name")),
                instant(row, "suggested_at"),
                row.getObject("due_on", LocalDate.class),
                ruling == null
                        ? null
                        : new Suggestion.Ruling(
                                row.getBoolean("accepted"),
                                personal.decrypt(ruling),
                                row.getString("ruled_by"),
                                instant(row, "ruled_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** One field a line. */
    private static String lines(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .map(field -> field.getKey() + "=" + field.getValue().replaceAll("\\R", " "))
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, String> fields(String lines) {
        return lines.lines()
                .map(line -> line.split("=", 2))
                .filter(field -> field.length == 2)
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
    }
}

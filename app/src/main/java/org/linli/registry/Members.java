package org.linli.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.keys.PersonalData;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.Committees.Member;
import org.linli.registry.Committees.Post;
import org.linli.registry.Committees.Side;
import org.linli.rules.codes.Masks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The recorded rows of committee members. A row that is replaced stays.
 *
 * <p>Who sits on a committee is posted by name when elected, so that the file names the seated; the history masks all. Source: Guiding
 * rules art. 32, posting and filing of the elected [K].
 */
@Repository
class Members {

    private final JdbcClient jdbc;
    private final PersonalData personal;
    private final BusinessTime time;

    Members(JdbcClient jdbc, PersonalData personal, BusinessTime time) {
        this.jdbc = jdbc;
        this.personal = personal;
        this.time = time;
    }

    /** @param name null keeps the recorded one @param to first day no longer a member, null: still */
    record Facts(
            @Nullable String name,
            Post post,
            @Nullable Side side,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** All members of a community as known now, by the number of their committee. */
    Map<Integer, List<Member>> list(CommunityId id, RowScope scope) {
        List<DatedRow> rows = rows(id, scope, UnaryOperator.identity());
        Map<List<Integer>, Integer> versions =
                rows.stream().collect(Collectors.toMap(Members::place, DatedRow::version, Math::max));
        return rows.stream()
                .filter(row -> row.supersededAt() == null)
                .collect(Collectors.groupingBy(
                        row -> place(row).getFirst(),
                        Collectors.mapping(
                                row -> new Member(
                                        place(row).getLast(),
                                        versions.getOrDefault(place(row), 0),
                                        String.valueOf(row.text("name")),
                                        Post.valueOf(String.valueOf(row.text("post"))),
                                        side(row.text("side")),
                                        row.from(),
                                        row.to()),
                                Collectors.toList())));
    }

    /** Everything ever recorded of the community's members. */
    List<HistoryEntry> history(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>();
        rows(id, scope, Masks::name).stream()
                .collect(Collectors.groupingBy(Members::place))
                .forEach((place, rows) -> {
                    entries.addAll(Histories.of("member", place.getLast(), rows));
                });
        return entries;
    }

    private static @Nullable Side side(@Nullable String name) {
        return name == null ? null : Side.valueOf(name);
    }

    private static List<Integer> place(DatedRow row) {
        return List.of(
                (Integer) row.key().get("committee_no"), (Integer) row.key().get("member_no"));
    }

    private List<DatedRow> rows(CommunityId id, RowScope scope, UnaryOperator<String> shown) {
        return jdbc.sql("""
                select t.committee_no, t.member_no, t.name, t.post, t.side, t.member_from, t.member_to,
                       t.recorded_at, t.superseded_at, t.recorded_by, t.act, t.reason,
                       row_number() over (partition by t.committee_no, t.member_no order by t.recorded_at) version_no
                from linli.committee_member t
                where t.community_id = :id and %s
                order by t.committee_no, t.member_no, t.recorded_at
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, n) -> {
                    Map<String, @Nullable Object> facts = new HashMap<>();
                    facts.put("name", shown.apply(personal.decrypt(row.getBytes("name"))));
                    facts.put("post", row.getString("post"));
                    facts.put("side", row.getString("side"));
                    java.sql.Timestamp superseded = row.getTimestamp("superseded_at");
                    return new DatedRow(
                            Map.of("committee_no", row.getInt("committee_no"), "member_no", row.getInt("member_no")),
                            row.getInt("version_no"),
                            row.getObject("member_from", LocalDate.class),
                            row.getObject("member_to", LocalDate.class),
                            row.getTimestamp("recorded_at").toInstant(),
                            superseded == null ? null : superseded.toInstant(),
                            row.getString("recorded_by"),
                            row.getString("act"),
                            row.getString("reason"),
                            facts);
                })
                .list();
    }

    void add(CommunityId id, int committee, String name, Facts facts, Stamp stamp) {
        jdbc.sql("""
                insert into linli.committee_member
                    (community_id, committee_no, member_no, name, post, side, member_from, recorded_at, recorded_by, act, reason)
                select :id, :number, coalesce(max(member_no), 0) + 1, :name, :post, cast(:side as text), :from, :at, :by, :act, :reason
                from linli.committee_member where community_id = :id and committee_no = :number
                """)
                .param("name", personal.encrypt(name))
                .params(parameters(id, committee, 0, facts, stamp))
                .update();
    }

    /** Puts other facts in the place of what is recorded of a member; the old row stays, superseded. */
    void replace(CommunityId id, int committee, int member, Facts facts, Stamp stamp) {
        Map<String, @Nullable Object> parameters = parameters(id, committee, member, facts, stamp);
        String name = facts.name();
        parameters.put("name", name == null ? null : personal.encrypt(name));
        jdbc.sql("""
                insert into linli.committee_member
                    (community_id, committee_no, member_no, name, post, side, member_from, member_to,
                     recorded_at, recorded_by, act, reason)
                select community_id, committee_no, member_no, coalesce(cast(:name as bytea), name), :post,
                       cast(:side as text), :from,
                       cast(:to as date), :at, :by, :act, :reason
                from linli.committee_member
                where community_id = :id and committee_no = :number and member_no = :member and superseded_at is null
                """).params(parameters).update();
        jdbc.sql("""
                update linli.committee_member set superseded_at = :at
                where community_id = :id and committee_no = :number and member_no = :member and superseded_at is null
                  and recorded_at < :at
                """).params(parameters).update();
    }

    private Map<String, @Nullable Object> parameters(
            CommunityId id, int committee, int member, Facts facts, Stamp stamp) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("number", committee);
        parameters.put("member", member);
        parameters.put("post", facts.post().name());
        Side side = facts.side();
        parameters.put("side", side == null ? null : side.name());
        parameters.put("from", facts.from());
        parameters.put("to", facts.to());
        parameters.put("at", stamp.at().atOffset(java.time.ZoneOffset.UTC));
        parameters.put("by", stamp.by());
        parameters.put("act", stamp.act().name());
        parameters.put("reason", stamp.reason());
        return parameters;
    }

    Stamp stamp(Act act, String reason, Clerk clerk) {
        return new Stamp(time.now(), clerk.name(), act, reason);
    }
}

package org.linli.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.ids.DivisionCode;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.CommunityFile.ExternalCode;
import org.linli.registry.DatedRows.Shape;
import org.linli.rules.codes.CommunityCode;
import org.linli.rules.registry.CommunityType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CommunityStore {

    private final JdbcClient jdbc;
    private final DatedRows rows;

    CommunityStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.rows = new DatedRows(
                jdbc, new Shape("linli.community_version", List.of("community_id"), CommunityBase.COLUMNS, true, true));
    }

    DatedRows rows() {
        return rows;
    }

    static Map<String, Object> key(CommunityId id) {
        return Map.of("community_id", id.value());
    }

    Optional<String> code(CommunityId id) {
        return jdbc.sql("select code from linli.community where community_id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    Optional<CommunityId> withCode(String code) {
        return jdbc.sql("select community_id from linli.community where code = :code")
                .param("code", code)
                .query(Long.class)
                .optional()
                .map(CommunityId::new);
    }

    /** The next free code of a street; hold the street's lock. */
    String nextCode(DivisionCode street) {
        int last = jdbc.sql("""
                select coalesce(max(cast(substring(code from 10 for 4) as int)), 0) from linli.community
                where code like :street
                """)
                .param("street", street.value() + "%")
                .query(Integer.class)
                .single();
        return CommunityCode.of(street.value(), last + 1);
    }

    CommunityId create(String code, Stamp stamp) {
        return new CommunityId(jdbc.sql("""
                insert into linli.community (code, created_at) values (:code, :at) returning community_id
                """)
                .param("code", code)
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    List<ExternalCode> externalCodes(CommunityId id, RowScope scope) {
        return jdbc.sql("""
                select t.system, t.code from linli.community_external_code t
                where t.community_id = :id and t.superseded_at is null and %s
                order by t.system, t.code
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, n) -> new ExternalCode(row.getString("system"), row.getString("code")))
                .list();
    }

    /** Another community that has this number now, as {@code code name}. City-wide: a name is no secret. */
    Optional<String> holderOf(ExternalCode code, CommunityId but) {
        return jdbc.sql("""
                select k.code || ' ' || v.name from linli.community_external_code x
                join linli.community k using (community_id)
                join linli.community_version v on v.community_id = x.community_id and v.superseded_at is null
                where x.system = :system and x.code = :code and x.superseded_at is null and x.community_id <> :but
                order by v.valid_from desc limit 1
                """)
                .param("system", code.system())
                .param("code", code.code())
                .param("but", but.value())
                .query(String.class)
                .optional();
    }

    /** Adds a number of another system; adding it again changes nothing. */
    void addExternalCode(CommunityId id, ExternalCode code, Stamp stamp) {
        jdbc.sql("""
                insert into linli.community_external_code (community_id, system, code, recorded_at, recorded_by)
                values (:id, :system, :code, :at, :by)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("system", code.system())
                .param("code", code.code())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("by", stamp.by())
                .update();
    }

    /** 更正: the community never had this number. @return whether it was there */
    boolean removeExternalCode(CommunityId id, ExternalCode code, Stamp stamp) {
        return jdbc.sql("""
                update linli.community_external_code
                set superseded_at = :at, superseded_by = :by, removal_reason = :reason
                where community_id = :id and system = :system and code = :code and superseded_at is null
                """)
                        .param("id", id.value())
                        .param("system", code.system())
                        .param("code", code.code())
                        .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                        .param("by", stamp.by())
                        .param("reason", stamp.reason())
                        .update()
                == 1;
    }

    /** Every number ever given to the community or taken from it. */
    List<HistoryEntry> codeHistory(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>();
        jdbc.sql("""
                select t.system, t.code, t.recorded_at, t.recorded_by, t.superseded_at, t.superseded_by, t.removal_reason
                from linli.community_external_code t
                where t.community_id = :id and %s
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query(row -> {
                    String code = row.getString("system") + " " + row.getString("code");
                    entries.add(codeEntry(
                            row.getTimestamp("recorded_at").toInstant(),
                            row.getString("recorded_by"),
                            Act.CHANGE,
                            "",
                            "",
                            code));
                    if (row.getTimestamp("superseded_at") != null) {
                        entries.add(codeEntry(
                                row.getTimestamp("superseded_at").toInstant(),
                                row.getString("superseded_by"),
                                Act.CORRECTION,
                                row.getString("removal_reason"),
                                code,
                                ""));
                    }
                });
        return entries;
    }

    private static HistoryEntry codeEntry(Instant at, String by, Act act, String reason, String before, String after) {
        return new HistoryEntry(
                at,
                by,
                act.name(),
                reason,
                "external-code",
                0,
                at.atZone(BusinessTime.ZONE).toLocalDate(),
                null,
                false,
                false,
                List.of(new HistoryEntry.Change("external_code", before, after)));
    }

    /** Another community of the same name in the same street, as {@code code name}. City-wide: a name is no secret. */
    Optional<String> namesake(String nameKey, DivisionCode street, long otherThan) {
        return jdbc.sql("""
                select k.code || ' ' || v.name from linli.community_version v join linli.community k using (community_id)
                where v.name_key = :key and v.division_code like :street and v.superseded_at is null
                  and v.valid_to is null and v.community_id <> :other
                order by k.code limit 1
                """)
                .param("key", nameKey)
                .param("street", street.value() + "%")
                .param("other", otherThan)
                .query(String.class)
                .optional();
    }

    /** A community by its names, as they are now and for good. @param alias empty for none */
    record Named(long id, String code, String name, String nameKey, String alias) {}

    /** All communities of a street. City-wide, as {@link #namesake}. */
    List<Named> named(DivisionCode street) {
        return jdbc.sql("""
                select v.community_id, k.code, v.name, v.name_key, coalesce(v.alias, '') alias
                from linli.community_version v join linli.community k using (community_id)
                where v.division_code like :street and v.superseded_at is null and v.valid_to is null
                order by k.code
                """)
                .param("street", street.value() + "%")
                .query((row, n) -> new Named(
                        row.getLong("community_id"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("name_key"),
                        row.getString("alias")))
                .list();
    }

    /** The files in force on a day, of these communities, by division and code. */
    List<ListedRow> list(
            Collection<Long> ids,
            LocalDate day,
            Optional<CommunityType> type,
            String after,
            int limit,
            RowScope scope) {
        return jdbc.sql("""
                select t.*, k.code,
                       (select max(l.version_no) from linli.community_version l where l.community_id = t.community_id) last_version
                from linli.community_version t join linli.community k using (community_id)
                where t.community_id = any(:ids) and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                  and (:type = '' or t.type = :type)
                  and t.division_code || '/' || k.code > :after
                  and %s
                order by t.division_code || '/' || k.code
                limit :limit
                """.formatted(DatedRows.IN_SCOPE))
                .param("ids", ids.toArray(Long[]::new))
                .param("day", day)
                .param("type", type.map(Enum::name).orElse(""))
                .param("after", after)
                .param("limit", limit)
                .params(scope.parameters())
                .query((row, n) -> new ListedRow(
                        row.getLong("community_id"), row.getInt("last_version"), CommunityBase.of(rows.row(row, n))))
                .list();
    }

    long count(Collection<Long> ids, LocalDate day, Optional<CommunityType> type, RowScope scope) {
        return jdbc.sql("""
                select count(*) from linli.community_version t
                where t.community_id = any(:ids) and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day)
                  and (:type = '' or t.type = :type)
                  and %s
                """.formatted(DatedRows.IN_SCOPE))
                .param("ids", ids.toArray(Long[]::new))
                .param("day", day)
                .param("type", type.map(Enum::name).orElse(""))
                .params(scope.parameters())
                .query(Long.class)
                .single();
    }

    record ListedRow(long id, int lastVersion, CommunityBase base) {}
}

package org.linli.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Resident specialists 包小专 (domain e.5): one main specialist a community at a time, any number of deputies. */
@Service
public class Specialists {

    private final JdbcClient jdbc;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    Specialists(JdbcClient jdbc, Reach reach, City city, BusinessTime time) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** @param version of the line, which a form must carry back @param endedOn first day no longer appointed; null: still */
    public record Specialist(
            int number,
            int version,
            String name,
            @Nullable String staffNo,
            boolean deputy,
            @Nullable String deskPlace,
            LocalDate appointedOn,
            @Nullable LocalDate endedOn) {

        public boolean serves(LocalDate day) {
            return !day.isBefore(appointedOn) && (endedOn == null || day.isBefore(endedOn));
        }
    }

    /** Everyone ever appointed, newest first. */
    public List<Specialist> list(CommunityId id, RowScope scope) {
        return rows(id, scope).stream()
                .filter(row -> row.supersededAt() == null)
                .map(row -> new Specialist(
                        number(row),
                        row.version(),
                        String.valueOf(row.text("name")),
                        row.text("staff_no"),
                        Boolean.TRUE.equals(row.facts().get("deputy")),
                        row.text("desk_place"),
                        row.from(),
                        row.to()))
                .sorted(Comparator.comparing(Specialist::appointedOn)
                        .thenComparing(Specialist::number)
                        .reversed())
                .toList();
    }

    /** Everything ever recorded of the community's specialists. */
    public List<HistoryEntry> history(CommunityId id, RowScope scope) {
        List<HistoryEntry> entries = new ArrayList<>();
        rows(id, scope).stream()
                .collect(Collectors.groupingBy(Specialists::number))
                .forEach((number, versions) -> entries.addAll(Histories.of("specialist", number, versions)));
        return entries;
    }

    private static int number(DatedRow row) {
        return (Integer) Objects.requireNonNull(row.key().get("specialist_no"));
    }

    private List<DatedRow> rows(CommunityId id, RowScope scope) {
        return jdbc.sql("""
                select t.specialist_no, t.name, t.staff_no, t.deputy, t.desk_place, t.appointed_on, t.ended_on,
                       t.recorded_at, t.superseded_at, t.recorded_by, t.act, t.reason,
                       row_number() over (partition by t.specialist_no order by t.recorded_at) version_no
                from linli.specialist t
                where t.community_id = :id and %s
                order by t.specialist_no, t.recorded_at
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, n) -> {
                    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
                    facts.put("name", row.getString("name"));
                    facts.put("staff_no", row.getString("staff_no"));
                    facts.put("deputy", row.getBoolean("deputy"));
                    facts.put("desk_place", row.getString("desk_place"));
                    java.sql.Timestamp superseded = row.getTimestamp("superseded_at");
                    return new DatedRow(
                            Map.of("specialist_no", row.getInt("specialist_no")),
                            row.getInt("version_no"),
                            row.getObject("appointed_on", LocalDate.class),
                            row.getObject("ended_on", LocalDate.class),
                            row.getTimestamp("recorded_at").toInstant(),
                            superseded == null ? null : superseded.toInstant(),
                            row.getString("recorded_by"),
                            row.getString("act"),
                            row.getString("reason"),
                            facts);
                })
                .list();
    }

    /** Appoints somebody; a main specialist is refused while another one serves. */
    @Transactional
    public Outcome appoint(
            CommunityId id,
            String name,
            @Nullable String staffNo,
            boolean deputy,
            @Nullable String deskPlace,
            LocalDate on,
            Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (on.isAfter(time.today())) {
            return Outcome.Refused.of("appointed_on", "in-future");
        }
        Optional<Outcome> second = secondMain(id, 0, deputy, on, null, clerk);
        if (second.isPresent()) {
            return second.get();
        }
        int number = jdbc.sql("""
                insert into linli.specialist
                    (community_id, specialist_no, name, staff_no, deputy, desk_place, appointed_on, recorded_at, recorded_by)
                select :id, coalesce(max(specialist_no), 0) + 1, :name, :staff, :deputy, :place, :on, :at, :by
                from linli.specialist where community_id = :id
                returning specialist_no
                """)
                .param("id", id.value())
                .param("name", name)
                .param("staff", staffNo, java.sql.Types.VARCHAR)
                .param("deputy", deputy)
                .param("place", deskPlace, java.sql.Types.VARCHAR)
                .param("on", on)
                .param("at", now())
                .param("by", clerk.name())
                .query(Integer.class)
                .single();
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    /** An appointment ends. @param lastDay last day of service */
    @Transactional
    public Outcome end(CommunityId id, int number, LocalDate lastDay, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Specialist> found = find(id, number, clerk.scope());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().endedOn() != null) {
            return new Outcome.Overtaken();
        }
        if (lastDay.isBefore(found.get().appointedOn())) {
            return Outcome.Refused.of(
                    "last_day", "end-before-start", found.get().appointedOn());
        }
        Specialist specialist = found.get();
        replace(
                id,
                number,
                new Facts(
                        specialist.name(),
                        specialist.staffNo(),
                        specialist.deputy(),
                        specialist.deskPlace(),
                        specialist.appointedOn(),
                        lastDay),
                new Stamp(time.now(), clerk.name(), Act.CHANGE, ""));
        return new Outcome.Stored(Integer.toString(number));
    }

    /** An appointment as typed. @param lastDay last day of service; null: still */
    public record Facts(
            String name,
            @Nullable String staffNo,
            boolean deputy,
            @Nullable String deskPlace,
            LocalDate appointedOn,
            @Nullable LocalDate lastDay) {}

    /** 更正: the appointment was never as recorded. @param version of its line when the form was opened */
    @Transactional
    public Outcome correct(CommunityId id, int number, int version, Facts facts, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        Optional<Specialist> found = find(id, number, clerk.scope());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().version() != version) {
            return new Outcome.Overtaken();
        }
        if (facts.lastDay() != null && facts.lastDay().isBefore(facts.appointedOn())) {
            return Outcome.Refused.of("last_day", "end-before-start", facts.appointedOn());
        }
        if (facts.appointedOn().isAfter(time.today())) {
            return Outcome.Refused.of("appointed_on", "in-future");
        }
        Optional<Outcome> second = secondMain(id, number, facts.deputy(), facts.appointedOn(), facts.lastDay(), clerk);
        if (second.isPresent()) {
            return second.get();
        }
        replace(id, number, facts, new Stamp(time.now(), clerk.name(), Act.CORRECTION, reason));
        return new Outcome.Stored(Integer.toString(number));
    }

    public Optional<Specialist> find(CommunityId id, int number, RowScope scope) {
        return list(id, scope).stream()
                .filter(specialist -> specialist.number() == number)
                .findFirst();
    }

    /** @param but the appointment in question, 0 for a new one @param lastDay null: without end */
    private Optional<Outcome> secondMain(
            CommunityId id, int but, boolean deputy, LocalDate on, @Nullable LocalDate lastDay, Clerk clerk) {
        return list(id, clerk.scope()).stream()
                .filter(other -> !deputy && !other.deputy() && other.number() != but)
                .filter(other -> other.endedOn() == null || other.endedOn().isAfter(on))
                .filter(other -> lastDay == null || !other.appointedOn().isAfter(lastDay))
                .findFirst()
                .map(other -> Outcome.Refused.of("appointed_on", "second-main", other.name(), other.appointedOn()));
    }

    private void replace(CommunityId id, int number, Facts facts, Stamp stamp) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id.value());
        parameters.put("number", number);
        parameters.put("name", facts.name());
        parameters.put("staff", facts.staffNo());
        parameters.put("deputy", facts.deputy());
        parameters.put("place", facts.deskPlace());
        parameters.put("on", facts.appointedOn());
        LocalDate lastDay = facts.lastDay();
        parameters.put("to", lastDay == null ? null : lastDay.plusDays(1));
        parameters.put("at", stamp.at().atOffset(ZoneOffset.UTC));
        parameters.put("by", stamp.by());
        parameters.put("act", stamp.act().name());
        parameters.put("reason", stamp.reason());
        jdbc.sql("""
                update linli.specialist set superseded_at = :at
                where community_id = :id and specialist_no = :number and superseded_at is null
                """).params(parameters).update();
        jdbc.sql("""
                insert into linli.specialist
                    (community_id, specialist_no, name, staff_no, deputy, desk_place, appointed_on, ended_on,
                     recorded_at, recorded_by, act, reason)
                values (:id, :number, :name, cast(:staff as text), :deputy, cast(:place as text), :on, cast(:to as date),
                        :at, :by, :act, :reason)
                """).params(parameters).update();
        city.changed();
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}

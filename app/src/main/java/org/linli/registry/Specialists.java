package org.linli.registry;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** @param endedOn first day no longer appointed; null: still */
    public record Specialist(
            int number,
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
        return jdbc.sql("""
                select t.specialist_no, t.name, t.staff_no, t.deputy, t.desk_place, t.appointed_on, t.ended_on
                from linli.specialist t
                where t.community_id = :id and t.superseded_at is null and %s
                order by t.appointed_on desc, t.specialist_no desc
                """.formatted(DatedRows.IN_SCOPE))
                .param("id", id.value())
                .params(scope.parameters())
                .query((row, n) -> new Specialist(
                        row.getInt("specialist_no"),
                        row.getString("name"),
                        row.getString("staff_no"),
                        row.getBoolean("deputy"),
                        row.getString("desk_place"),
                        row.getObject("appointed_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))
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
        Optional<Specialist> other = list(id, clerk.scope()).stream()
                .filter(specialist -> !deputy && !specialist.deputy())
                .filter(specialist ->
                        specialist.endedOn() == null || specialist.endedOn().isAfter(on))
                .findFirst();
        if (other.isPresent()) {
            return Outcome.Refused.of(
                    "appointed_on",
                    "second-main",
                    other.get().name(),
                    other.get().appointedOn());
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
        Optional<Specialist> found = list(id, clerk.scope()).stream()
                .filter(specialist -> specialist.number() == number)
                .findFirst();
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
        Map<String, Object> parameters =
                Map.of("id", id.value(), "number", number, "to", lastDay.plusDays(1), "at", now(), "by", clerk.name());
        jdbc.sql("""
                update linli.specialist set superseded_at = :at
                where community_id = :id and specialist_no = :number and superseded_at is null
                """).params(parameters).update();
        jdbc.sql("""
                insert into linli.specialist
                    (community_id, specialist_no, name, staff_no, deputy, desk_place, appointed_on, ended_on, recorded_at, recorded_by)
                select community_id, specialist_no, name, staff_no, deputy, desk_place, appointed_on, :to, :at, :by
                from linli.specialist
                where community_id = :id and specialist_no = :number and superseded_at = :at
                """).params(parameters).update();
        city.changed();
        return new Outcome.Stored(Integer.toString(number));
    }

    private OffsetDateTime now() {
        return time.now().atOffset(ZoneOffset.UTC);
    }
}

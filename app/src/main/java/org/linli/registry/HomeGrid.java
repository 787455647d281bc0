package org.linli.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.platform.ids.CommunityId;
import org.linli.platform.scope.RowScope;
import org.linli.platform.time.BusinessTime;
import org.linli.registry.city.City;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Many homes of one community read and changed together: all or none, one 变更. */
@Service
public class HomeGrid {

    private final JdbcClient jdbc;
    private final HomeTables tables;
    private final Reach reach;
    private final City city;
    private final BusinessTime time;

    HomeGrid(JdbcClient jdbc, HomeTables tables, Reach reach, City city, BusinessTime time) {
        this.jdbc = jdbc;
        this.tables = tables;
        this.reach = reach;
        this.city = city;
        this.time = time;
    }

    /** A home today. @param version of its line, which the form must carry back @param building its label */
    public record Row(int homeNo, int version, String building, Homes.NewHome home) {}

    /** @param version of the home's line when the grid was opened */
    public record Edit(int homeNo, int version, Homes.NewHome home) {}

    /** Homes by number. @param building only those in it; 0 for all @param after continue after this home */
    public List<Row> rows(CommunityId id, int building, int after, int limit, RowScope scope) {
        return select(
                id,
                "(:building = 0 or t.building_no = :building) and t.home_no > :after",
                limit,
                scope,
                Map.of("building", building, "after", after));
    }

    /** Some homes by number. */
    public List<Row> rows(CommunityId id, Collection<Integer> numbers, RowScope scope) {
        return select(
                id,
                "t.home_no = any(:numbers)",
                Math.max(1, numbers.size()),
                scope,
                Map.of("numbers", numbers.toArray(Integer[]::new)));
    }

    private List<Row> select(CommunityId id, String condition, int limit, RowScope scope, Map<String, ?> parameters) {
        return jdbc.sql("""
                select t.home_no, b.label, t.building_no, t.unit, t.room, t.use, t.area_dm2, t.area_source, t.state,
                       (select max(l.version_no) from linli.home l
                         where l.community_id = t.community_id and l.home_no = t.home_no) last_version
                from linli.home t
                left join linli.building b on b.community_id = t.community_id and b.building_no = t.building_no
                     and b.superseded_at is null and b.valid_from <= :day and (b.valid_to is null or b.valid_to > :day)
                where t.community_id = :id and t.superseded_at is null
                  and t.valid_from <= :day and (t.valid_to is null or t.valid_to > :day) and %s and %s
                order by t.home_no limit :limit
                """.formatted(condition, DatedRows.IN_SCOPE))
                .param("id", id.value())
                .param("day", time.today())
                .param("limit", limit)
                .params(parameters)
                .params(scope.parameters())
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        String label = row.getString("label");
        return new Row(
                row.getInt("home_no"),
                row.getInt("last_version"),
                label == null ? "" : label,
                new Homes.NewHome(
                        row.getInt("building_no"),
                        row.getString("unit"),
                        row.getString("room"),
                        row.getString("use"),
                        row.getObject("area_dm2", Long.class),
                        row.getString("area_source"),
                        row.getString("state")));
    }

    /** What is to happen to one home. */
    private record Step(DatedRow row, Homes.NewHome home) {}

    /** One change of many homes; errors name their field as {@code <home number>.<field>}. */
    @Transactional
    public Outcome changeMany(CommunityId id, List<Edit> edits, LocalDate from, String reason, Clerk clerk) {
        if (!reach.lock(id, clerk.scope())) {
            return new Outcome.Unknown();
        }
        if (from.isAfter(time.today().plusYears(Communities.YEARS_AHEAD))) {
            return Outcome.Refused.of("from", "not-in-force");
        }
        List<FieldError> errors = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Edit edit :
                edits.stream().sorted(Comparator.comparing(Edit::homeNo)).toList()) {
            Map<String, Object> key = HomeTables.home(id, edit.homeNo);
            List<DatedRow> current = tables.homes().current(key, clerk.scope());
            if (current.isEmpty()) {
                return new Outcome.Unknown();
            }
            if (tables.homes().lastVersion(key) != edit.version) {
                return new Outcome.Overtaken();
            }
            shown(current, from)
                    .ifPresentOrElse(
                            row -> steps.add(new Step(row, edit.home)),
                            () -> errors.add(FieldError.of(edit.homeNo + ".row", "not-in-force")));
        }
        twins(id, edits, clerk.scope(), errors);
        if (!errors.isEmpty()) {
            return new Outcome.Refused(errors);
        }
        Stamp stamp = new Stamp(time.now(), clerk.name(), Act.CHANGE, reason);
        for (Step step : steps) {
            Map<String, @Nullable Object> facts = new HashMap<>(step.row.facts());
            facts.putAll(step.home.facts());
            if (!Objects.equals(facts.get("area_dm2"), step.row.facts().get("area_dm2"))
                    || !Objects.equals(
                            facts.get("area_source"), step.row.facts().get("area_source"))) {
                facts.put("area_evidence", null); // it showed the area before
            }
            tables.homes().change(step.row, from, facts, stamp);
        }
        tables.countAgain(id, stamp);
        city.changed();
        return new Outcome.Stored(id.toString());
    }

    /** The row that holds on the day, if it is the one that the grid showed: another one would be overwritten unseen. */
    private Optional<DatedRow> shown(List<DatedRow> current, LocalDate from) {
        return current.stream()
                .filter(row -> row.contains(from) && row.contains(time.today()))
                .findFirst();
    }

    /** A room is one home. Two homes change places by two changes, each of which is true by itself. */
    private void twins(CommunityId id, List<Edit> edits, RowScope scope, List<FieldError> errors) {
        Map<String, Object> homeOf = new HashMap<>();
        tables.homes().current(HomeTables.community(id), scope).stream()
                .filter(row -> row.to() == null)
                .forEach(row -> homeOf.put(
                        place(row.count("building_no"), row.text("unit"), row.text("room")),
                        row.key().getOrDefault("home_no", 0)));
        Set<String> given = new HashSet<>();
        for (Edit edit : edits) {
            String place = place(edit.home.building(), edit.home.unit(), edit.home.room());
            boolean isTaken =
                    homeOf.containsKey(place) && !Integer.valueOf(edit.homeNo).equals(homeOf.get(place));
            if (isTaken || !given.add(place)) {
                errors.add(FieldError.of(edit.homeNo + ".room", "duplicate-home", edit.home.room()));
            }
        }
    }

    private static String place(@Nullable Integer building, @Nullable String unit, @Nullable String room) {
        return building + "\n" + unit + "\n" + room;
    }
}
